import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { testEnv } from '../testing/env'
import { copyOf, workedApart } from '../testing/two-copies'
import { agreementOf } from './agreement'
import { cohenKappa, krippendorffAlpha } from './coefficients'
import { agreementSentences } from './sentences'

/** One line for each coder, a character for each unit, `*` for none. */
const units = (...coders: string[]): string[][] =>
  [...coders[0]!].map((_, at) => coders.map((line) => line[at]!).filter((value) => value !== '*'))

describe('coefficients', () => {
  test('Krippendorff’s α of the published example with three coders and missing values', () => {
    const example = units('*****34121133*3', '1*213343*******', '**21344*21133*4')
    expect(krippendorffAlpha(example)).toBeCloseTo(0.691, 3)
  })

  test('Krippendorff’s α of the published example with two coders', () => {
    expect(krippendorffAlpha(units('aabbdcccedda', 'babbbccceddd'))).toBeCloseTo(0.692, 3)
  })

  test('Cohen’s κ of a table of 50 proposals: 20 both yes, 15 both no, 5 and 10 apart', () => {
    const times = (count: number, pair: readonly [string, string]) =>
      Array.from({ length: count }, () => pair)
    const pairs = [
      ...times(20, ['yes', 'yes']),
      ...times(5, ['yes', 'no']),
      ...times(10, ['no', 'yes']),
      ...times(15, ['no', 'no']),
    ]
    expect(cohenKappa(pairs)).toBeCloseTo(0.4, 10)
  })

  test('are undefined where only one code occurs', () => {
    expect([
      krippendorffAlpha([['a', 'a']]),
      krippendorffAlpha([]),
      cohenKappa([['a', 'a']]),
      cohenKappa([]),
    ]).toEqual([undefined, undefined, undefined, undefined])
  })

  test('are 1 for perfect agreement, at most 1, and the same for codes of other names', () => {
    const pair = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c'))
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2, maxLength: 40 }), (pairs) => {
        const renamed = pairs.map(([a, b]) => [`x${a}`, `x${b}`] as const)
        for (const coefficient of [krippendorffAlpha, cohenKappa]) {
          const value = coefficient(pairs)
          expect(coefficient(renamed)).toBe(value)
          if (value !== undefined) expect(value).toBeLessThanOrEqual(1)
          const alike = coefficient(pairs.map(([a]) => [a, a] as const))
          if (alike !== undefined) expect(alike).toBeCloseTo(1, 10)
        }
      }),
    )
  })
})

describe('two coders of copies', () => {
  const SENTENCES = ['Ankara signed.', 'Moscow delivered.', 'Washington answered.', 'Brussels waited.']
  const base = new Builder('Why?', testEnv('base'))
  const source = base.source(SENTENCES.join(' '))
  const text = base.project.sources.get(source)!.text
  const mark = (builder: Builder, at: number, category: string) => {
    const start = text.indexOf(SENTENCES[at]!)
    builder.run('claim.fromSelection', { source, start, end: start + 6, category })
  }

  test('are compared sentence by sentence, the most telling disagreement first', () => {
    const { mine, theirs } = workedApart(
      base.project,
      (mine) => {
        mark(mine, 0, 'evidence')
        mark(mine, 1, 'evidence')
        mark(mine, 2, 'judgement')
      },
      (theirs) => {
        mark(theirs, 1, 'evidence')
        mark(theirs, 2, 'assumption')
      },
    )
    const agreement = agreementOf(mine, theirs)
    expect(agreement).toMatchObject({
      ...{ articles: 1, otherTexts: 0, codedBefore: 0 },
      all: { sentences: 4, agreed: 2 },
      codedByBoth: { sentences: 2, agreed: 1 },
    })
    expect(agreement.disagreements.map(({ words, mine, theirs }) => [words, mine, theirs])).toEqual([
      ['Washington answered.', 'Judgement', 'Assumption'],
      ['Ankara signed.', 'Evidence', ''],
    ])
    expect(agreement.counts.reduce((sum, { count }) => sum + count, 0)).toBe(4)
    expect(agreementSentences(agreement)[0]).toMatch(
      /^In 1 article: 2 of 4 sentences agree; α 0\.\d{3}, κ 0\.\d{3}\.$/,
    )
    expect(agreementOf(theirs, mine).all).toEqual(agreement.all)
  })

  test('are not credited with what was coded before the copy', () => {
    const coded = copyOf(base.project, 'coded')
    mark(coded, 0, 'evidence')
    const { mine, theirs } = workedApart(
      coded.project,
      (mine) => mark(mine, 1, 'evidence'),
      (theirs) => mark(theirs, 1, 'judgement'),
    )
    const agreement = agreementOf(mine, theirs)
    expect(agreement).toMatchObject({ codedBefore: 1, all: { sentences: 3 } })
    expect(agreementSentences(agreement).at(-1)).toBe(
      'Left out: 1 sentence with the same passages in both, coded before the copy.',
    )
    expect(agreementSentences(agreementOf(mine, mine))[0]).toContain('no sentences that were coded apart')
  })
})
