import fc from 'fast-check'
import { describe as group, expect, test } from 'vitest'
import { describe } from '../anchoring/describe'
import type { Excerpt } from '../records/excerpt'
import { carryOver } from './carry-over'

group('any text and any excerpts', () => {
  const word = fc.constantFrom(
    'the',
    'deal',
    'was',
    'not',
    'signed',
    'in',
    '2017',
    'by',
    'both',
    'sides',
    'S-400',
  )
  const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => `${words.join(' ')}.`)
  const anyText = fc.array(sentence, { maxLength: 12 }).map((sentences) => sentences.join(' '))
  const wildText = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '.', '\n', '🧭', 'é', '\ud83d'),
    maxLength: 80,
  })
  const spans = fc.array(fc.tuple(fc.nat({ max: 300 }), fc.integer({ min: 1, max: 60 })), { maxLength: 6 })
  const marksIn = (text: string, at: readonly (readonly [number, number])[]) =>
    at.flatMap(([start, length], index): Excerpt[] => {
      const passage = describe(text, start, start + length)
      return passage ? [{ id: `e${index}`, claim: 'c', source: 's', ...passage, anchor: 'exact' }] : []
    })

  test('P7 exact and moved excerpts have the marked words; lost and ambiguous ones keep their offsets', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, wildText), fc.oneof(anyText, wildText), spans, (old, now, at) => {
        const marks = marksIn(old, at)
        carryOver(old, now, marks).forEach(({ state, start, end, candidates, edits }, index) => {
          const { exact, start: stood, end: until } = marks[index]!
          const words = now.slice(start, end)
          if (state === 'exact' || state === 'moved') expect(words).toBe(exact)
          if (state === 'edited') {
            expect(words).not.toBe('')
            expect(edits.flatMap(({ kind, text }) => (kind === 'added' ? [] : text)).join('')).toBe(exact)
            expect(edits.flatMap(({ kind, text }) => (kind === 'removed' ? [] : text)).join('')).toBe(words)
          }
          if (state === 'lost' || state === 'ambiguous') expect([start, end]).toEqual([stood, until])
          expect(candidates.length > 0).toBe(state === 'ambiguous')
          for (const place of candidates) expect(now.startsWith(exact, place)).toBe(true)
        })
      }),
      { numRuns: 500 },
    )
  })

  test('P7 nothing needs review if the text is unchanged', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, wildText), spans, (text, at) => {
        const marks = marksIn(text, at)
        expect(carryOver(text, text, marks).map(({ state, start }) => ({ state, start }))).toEqual(
          marks.map(({ start }) => ({ state: 'exact', start })),
        )
      }),
    )
  })

  test('P7 a passage between inserted and removed paragraphs is exact', () => {
    const unlike = (from: number) =>
      fc.array(
        fc
          .array(fc.nat({ max: 40 }), { minLength: 10, maxLength: 20 })
          .map((words) => `${words.map((each) => `w${from + each}`).join(' ')}.`),
        { maxLength: 6 },
      )
    const body = fc.shuffledSubarray(
      Array.from({ length: 200 }, (_, at) => `word${at}`),
      { minLength: 40 },
    )
    fc.assert(
      fc.property(
        unlike(1000),
        unlike(2000),
        unlike(1000),
        unlike(2000),
        body,
        fc.nat({ max: 200 }),
        (...drawn) => {
          const [a, b, c, d, words, at] = drawn
          const kept = `${words.join(' ')}.`
          const old = [...a, kept, ...b].join('\n\n')
          const now = [...d, kept, ...c].join('\n\n')
          const from = old.indexOf(kept)
          const [mark] = marksIn(old, [[from + Math.min(at, kept.length - 40), 30]])
          expect(carryOver(old, now, [mark!])[0]).toMatchObject({
            state: 'exact',
            start: now.indexOf(kept) + mark!.start - from,
          })
        },
      ),
    )
  })

  test('a book of a million characters with many marks and changes is carried over', () => {
    const lines = Array.from(
      { length: 12_000 },
      (_, at) => `Sentence ${at} has number ${(at * 7919) % 9973} and the like.`,
    )
    const old = lines.join(' ')
    const now = lines
      .map((line, at) => (at % 40 === 7 ? line.replace('has', 'had a') : line))
      .filter((_, at) => at % 50)
      .join(' ')
    const marks = marksIn(
      old,
      Array.from({ length: 5000 }, (_, at) => [at * 100, 60] as const),
    )
    const states = carryOver(old, now, marks).map(({ state }) => state)
    expect(new Set(states).size).toBeGreaterThan(2)
  })
})
