import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { load } from '../document/load'
import { supposedBy } from './supposing'
import { verdictSentence } from './sentence'
import { weigh } from './weigh'

const loaded = load(readFileSync('resources/sample.json', 'utf8'))
if (!loaded.ok) throw new Error(loaded.message)
const { project } = loaded
const idOf = (words: string) => [...project.claims.values()].find(({ text }) => text.includes(words))!.id
const HEDGING = idOf('pragmatic hedging')
const BRIBERY = idOf('political bribery')

test('the rivals of the sample are contested, for reasons that can be read', () => {
  const weighing = weigh(project)
  expect(verdictSentence(project, weighing, HEDGING)).toBe(
    'Contested: the step from ‘NATO left Turkey alone with dangers it meets every day’ and ‘A state whose allies leave a gap will fill it wherever it can’ and 1 more and the objection from ‘The purchase cost Turkey more security than it bought’ are equally strong (moderate).',
  )
  expect(verdictSentence(project, weighing, BRIBERY)).toBe(
    'Contested: it hangs on ‘The S-400 purchase is pragmatic hedging’.',
  )
})

test('without one source of the sample, which a scenario keeps, hedging stands and bribery falls', () => {
  const [scenario] = project.scenarios.values()
  const supposing = supposedBy(scenario!)
  expect([...supposing.sources]).toEqual(['article-5'])
  const weighing = weigh(project, supposing)
  expect([HEDGING, BRIBERY].map((id) => weighing.verdicts.get(id)!.verdict)).toEqual(['stands', 'falls'])
  expect(verdictSentence(project, weighing, BRIBERY, supposing)).toBe(
    'Falls: the objection from ‘The S-400 purchase is pragmatic hedging’ (moderate) stands, and nothing for it is as strong.',
  )
})
