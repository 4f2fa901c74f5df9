import { bench, describe } from 'vitest'
import { excerptsByClaim } from '#domain/queries/excerpt-index'
import type { Project } from '#domain/document/project'
import { Builder } from '#domain/testing/build'
import { NO_FILTERS } from './filters'
import { groupResults } from './results'
import { SearchIndex } from './search-index'

/** A generator of numbers from 0 to 1 that are the same in every run. */
let state = 12_345
const chance = () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff

/** Words by Zipf's law: the nth word has a share of 1/n. */
const COMMON =
  'the of and to in a is that for it as was with be by on not he at are this from turkey russia'.split(' ')
const SYLLABLES = 'ba ce di fo gu ha ki lo me nu pa re si to va tion ment ing sanc ver'.split(' ')
const syllable = () => SYLLABLES[Math.floor(chance() * SYLLABLES.length)]!
const rare = Array.from({ length: 40_000 }, () =>
  Array.from({ length: 2 + Math.floor(chance() * 3) }, syllable).join(''),
)
const vocabulary = [...COMMON, ...rare]
const word = () => vocabulary[Math.floor(vocabulary.length ** chance()) - 1]!
const words = (count: number) => Array.from({ length: count }, word).join(' ')

/** 1,000 articles of 25 paragraphs, two million words in all, and 5,000 claims. */
function library(): Project {
  const { project } = new Builder()
  const { sources, claims } = project as unknown as Record<string, Map<string, unknown>>
  for (let index = 0; index < 1000; index++) {
    let text = ''
    const blocks = Array.from({ length: 25 }, () => {
      const start = text.length
      text += words(40 + Math.floor(chance() * 80))
      const block = { role: 'paragraph', start, end: text.length }
      text += '\n\n'
      return block
    })
    const id = `s${index}`
    sources!.set(id, { id, title: words(8), authors: [words(2)], publisher: '', published: '', text, blocks })
  }
  for (let index = 0; index < 5000; index++) {
    const id = `c${index}`
    const note = index % 3 === 0 ? words(30) : ''
    claims!.set(id, { id, text: words(14), category: 'judgement', tags: [word()], note })
  }
  excerptsByClaim(project)
  return project
}

const project = library()
const index = new SearchIndex()
index.update(project)

describe('from a key press to the result rows, in 1,000 articles', () => {
  for (const query of [
    'th',
    'the',
    'of the',
    'turk',
    'turkey russia',
    'sanctoin',
    'with the turkey of russia',
  ])
    bench(query, () => void groupResults(project, index.find(query).hits, NO_FILTERS), {
      time: 300,
      warmupTime: 100,
    })
})

describe('indexing', () => {
  bench('1,000 articles', () => void new SearchIndex().update(project), {
    iterations: 2,
    time: 0,
    warmupIterations: 0,
  })
  bench('a claim that was reworded', () => {
    const claims = new Map(project.claims)
    claims.set('c1', { ...claims.get('c1')!, text: words(14) })
    index.update({ ...project, claims })
  })
})
