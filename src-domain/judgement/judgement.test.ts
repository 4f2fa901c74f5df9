import { describe, expect, it, test } from 'vitest'
import { Builder } from '../testing/build'
import { YARDSTICKS } from '../vocabulary/yardsticks'
import { VERDICTS } from '../weighing/verdict'
import { addsUpSentence } from './adds-up'
import { judgementSentences, partingSentence, wordsOfAnother, yardstickInUse } from './judgement'

const judged = (likelihood: string, confidence: '' | 'low' | 'moderate' | 'high' = '', basis = '') => ({
  text: 'It was hedging',
  judgement: { likelihood, confidence, basis },
})

describe('a judgement in sentences', () => {
  it('has likelihood and confidence, each in a sentence of its own', () => {
    expect(judgementSentences(judged('very likely', 'moderate', 'Two sources, both indirect.'))).toEqual([
      'It is very likely that: ‘It was hedging’.',
      'Confidence is moderate: Two sources, both indirect.',
    ])
    expect(judgementSentences(judged('almost no chance'))).toEqual([
      'There is almost no chance that: ‘It was hedging’.',
    ])
    expect(judgementSentences({ text: 'Not judged' })).toEqual([])
  })

  it('never names both in one sentence, and has no figure', () => {
    for (const { term } of Object.values(YARDSTICKS).flat()) {
      for (const sentence of judgementSentences(judged(term, 'high', 'Why'))) {
        expect(sentence.includes(term) && /confidence/i.test(sentence)).toBe(false)
        expect(sentence).not.toMatch(/[\d%]/)
      }
    }
  })
})

test.each([
  ['very likely', 'contested', 'You judge it very likely; on the map it is contested.'],
  ['likely', 'stands', ''],
  ['unlikely', 'falls', ''],
  ['unlikely', 'unsupported', ''],
  ['remote chance', 'stands', 'You judge it a remote chance; on the map it stands.'],
  ['almost no chance', 'contested', 'You judge it almost no chance; on the map it is contested.'],
  ['roughly even chance', 'falls', 'You judge it a roughly even chance; on the map it falls.'],
  ['roughly even chance', 'contested', ''],
  ['nobody says so', 'stands', ''],
] as const)('%s and %s: %s', (likelihood, verdict, sentence) => {
  expect(partingSentence(judged(likelihood), verdict)).toBe(sentence)
  expect(VERDICTS).toContain(verdict)
})

describe('the words of hypotheses that exclude each other', () => {
  const project = (...words: string[]) => {
    const builder = new Builder()
    const hypotheses = words.map((_, i) => builder.claim(`H${i}`))
    hypotheses.forEach((claim, i) =>
      builder.run('claim.judge', { claim, likelihood: words[i]!, confidence: '', basis: '' }),
    )
    return { project: builder.project, matrix: { hypotheses, exclusive: true, complete: false } }
  }

  it('are measured by the yardstick of the project, once one is chosen', () => {
    const { project: inUse, matrix } = project('likely', 'likely', 'realistic possibility')
    expect([yardstickInUse(inUse), wordsOfAnother(inUse)]).toEqual(['icd203', 1])
    const chosen = { ...inUse, about: { ...inUse.about, yardstick: 'phia' as const } }
    expect([yardstickInUse(chosen), wordsOfAnother(chosen)]).toEqual(['phia', 2])
    // A word of another yardstick has no range in this one.
    expect(addsUpSentence(chosen, matrix)).toBe('')
    expect(addsUpSentence(inUse, matrix)).toContain('110')
  })

  it('cannot all be right above a hundred', () => {
    const { project: judgedProject, matrix } = project('likely', 'likely')
    expect(yardstickInUse(judgedProject)).toBe('icd203')
    expect(addsUpSentence(judgedProject, matrix)).toBe(
      'These words cannot all be right: together at least 110 %.',
    )
    expect(addsUpSentence(judgedProject, { ...matrix, exclusive: false })).toBe('')
  })

  it('leave room for another explanation, where there is none', () => {
    const { project: judgedProject, matrix } = project('unlikely', 'unlikely')
    expect(addsUpSentence(judgedProject, matrix)).toBe('')
    expect(addsUpSentence(judgedProject, { ...matrix, complete: true })).toContain('leave room')
  })
})
