import fc from 'fast-check'
import { describe as group, expect, test } from 'vitest'
import { describe, type Description } from './describe'
import { find } from './find'

/** Two hundred words, of which none is part of another. */
const WORDS = Array.from(
  { length: 200 },
  (_, index) => `w${String.fromCharCode(97 + (index % 26))}${index + 100}`,
)

const passageOf = (text: string, exact: string): Description => {
  const start = text.indexOf(exact)
  return describe(text, start, start + exact.length)!
}

/** A text of distinct words, and a passage of at least `least` words with as many on each side. */
const textWithPassage = (least: number) =>
  fc
    .record({
      words: fc.shuffledSubarray(WORDS, { minLength: 60, maxLength: 120 }),
      start: fc.integer({ min: 20, max: 30 }),
      length: fc.integer({ min: least, max: 20 }),
    })
    .map(({ words, start, length }) => {
      const before = `${words.slice(0, start).join(' ')} `
      const exact = words.slice(start, start + length).join(' ')
      const after = ` ${words.slice(start + length).join(' ')}`
      return {
        before,
        exact,
        after,
        quoted: words.slice(start, start + length),
        passage: passageOf(before + exact + after, exact),
      }
    })

/** Words that are not in any text. */
const otherWords = fc
  .array(fc.constantFrom('…', 'NEW', '1', '🧭', '\n\n'), { minLength: 1, maxLength: 30 })
  .map((all) => all.join(' '))

group('P7 an anchor says what became of its passage', () => {
  test('moved to the right place when words are inserted before and after it', () => {
    fc.assert(
      fc.property(
        textWithPassage(1),
        otherWords,
        otherWords,
        ({ before, exact, after, passage }, first, last) => {
          const text = `${first} ${before}${exact}${after} ${last}`
          const start = first.length + 1 + before.length
          expect(find(text, passage)).toEqual({
            state: 'moved',
            start,
            end: start + exact.length,
            candidates: [],
          })
        },
      ),
    )
  })

  test('moved when its context survives on one side only', () => {
    fc.assert(
      fc.property(
        textWithPassage(1),
        otherWords,
        fc.boolean(),
        ({ before, exact, after, passage }, other, left) => {
          const text = left ? `${before.slice(10)}${exact}${other}` : `${other}${exact}${after}`
          const start = text.indexOf(exact)
          fc.pre(start !== passage.start)
          expect(find(text, passage)).toMatchObject({ state: 'moved', start })
        },
      ),
    )
  })

  test('exact as long as nothing before its end changes', () => {
    fc.assert(
      fc.property(textWithPassage(1), otherWords, ({ before, exact, passage }, other) => {
        expect(find(before + exact + other, passage)).toMatchObject({ state: 'exact', start: passage.start })
      }),
    )
  })

  test('ambiguous, with all equally good places, when the text occurs twice', () => {
    fc.assert(
      fc.property(textWithPassage(1), ({ before, exact, after, passage }) => {
        const text = `#${before}${exact}${after}#${before}${exact}${after}`
        const candidates = [before.length + 1, 2 + 2 * before.length + exact.length + after.length]
        expect(find(text, passage)).toEqual({
          state: 'ambiguous',
          start: passage.start,
          end: passage.end,
          candidates,
        })
      }),
    )
  })

  test('edited when some of its words change between the same neighbours', () => {
    fc.assert(
      fc.property(textWithPassage(5), otherWords, fc.nat(), fc.boolean(), (drawn, first, which, shifted) => {
        const { before, after, quoted, passage } = drawn
        const now = quoted.with(1 + (which % (quoted.length - 2)), 'CHANGED').join(' ')
        const lead = shifted ? `${first} ` : ''
        const start = lead.length + before.length
        expect(find(lead + before + now + after, passage)).toEqual({
          state: 'edited',
          start,
          end: start + now.length,
          candidates: [],
        })
      }),
    )
  })

  test('lost, with its old offsets, when it is gone and only a similar text remains elsewhere', () => {
    fc.assert(
      fc.property(
        textWithPassage(5),
        otherWords,
        fc.boolean(),
        ({ before, after, quoted, passage }, other, replaced) => {
          const lookAlike = quoted.with(2, 'CHANGED').join(' ')
          const text = `${before}${replaced ? other.trim() : ''}${after} ${lookAlike}`
          const { start, end } = passage
          expect(find(text, passage)).toEqual({ state: 'lost', start, end, candidates: [] })
        },
      ),
    )
  })

  test('never exact or moved at a place with other words', () => {
    const few = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 60 })
    fc.assert(
      fc.property(few, few, fc.nat({ max: 60 }), fc.nat({ max: 10 }), (old, now, start, length) => {
        const passage = describe(old, start, start + length)
        if (!passage) return
        const found = find(now, passage)
        const words = now.slice(found.start, found.end)
        if (found.state === 'exact' || found.state === 'moved') expect(words).toBe(passage.exact)
        if (found.state === 'edited') expect(words).not.toBe(passage.exact)
        if (found.state === 'lost' || found.state === 'ambiguous') {
          expect([found.start, found.end]).toEqual([passage.start, passage.end])
        }
      }),
      { numRuns: 500 },
    )
  })
})

group('P7 what cannot be told apart is not chosen', () => {
  const passage = passageOf('In Ankara he said that the deal was done, and left.', 'the deal')

  test.each([
    ['a short quote with other neighbours', 'Nobody knew of the deal before.', 'ambiguous'],
    [
      'a short quote with its neighbours',
      'Yes. In Ankara he said that the deal was done, and left.',
      'moved',
    ],
    ['one mention of two with the neighbours', 'Of the deal: he said that the deal was done.', 'moved'],
    ['no mention at all', 'Nobody knew of it before.', 'lost'],
    ['an empty text', '', 'lost'],
  ])('%s', (_case, text, state) => {
    expect(find(text, passage).state).toBe(state)
  })

  test('a long quote found twice without its neighbours is ambiguous, even if one place happens to fit slightly better', () => {
    const long = 'A sentence that is long enough to be known again by its words alone'
    const from = passageOf(`xyz ${long}. After`, long)
    expect(find(`Pulled z ${long}! And once more: q${long}, see`, from)).toMatchObject({ state: 'ambiguous' })
    expect(find(`Pulled out and alone: ${long}! see`, from)).toMatchObject({ state: 'moved' })
  })

  test('a long quote found twice is ambiguous if too little of its context agrees, even if one place clearly fits better', () => {
    const long = 'A sentence that is long enough to be known again by its words alone'
    const from = passageOf(`abcdefghijkl${long}. After`, long)
    // Twelve units agree at the first place and none at the second: more than by chance, but fewer than required.
    expect(find(`Then abcdefghijkl${long}! And once more: ${long}, see`, from)).toMatchObject({
      state: 'ambiguous',
    })
    const more = passageOf(`abcdefghijklmnop${long}. After`, long)
    expect(find(`Then abcdefghijklmnop${long}! And once more: ${long}, see`, more)).toMatchObject({
      state: 'moved',
      start: 'Then abcdefghijklmnop'.length,
    })
  })

  test('a quote in more places than the limit is ambiguous', () => {
    const around = 'the one before it, ok, and the one after it'
    const common = passageOf(`${around.slice(0, 20)}ok${around.slice(20)}`, 'ok')
    const text = `- ${around.slice(0, 20)}ok${around.slice(20)} ${'ok '.repeat(1200)}${around.slice(0, 20)}ok${around.slice(20)}`
    expect(find(text, common).state).toBe('ambiguous')
  })

  test('neighbours that occur twice do not identify an edited passage', () => {
    const before = 'The spokesman of the ministry said:'
    const after = 'Nobody asked him why that was so.'
    const quote = 'One two three four five.'
    const from = passageOf(`${before} ${quote} ${after}`, quote)
    const lookAlike = `${before} ${quote.replace('five', 'six')} ${after}`
    expect(find(lookAlike, from).state).toBe('edited')
    expect(find(`${lookAlike} ${before} Something else. ${after}`, from).state).toBe('lost')
  })

  test('two neighbours far apart do not enclose an edited passage', () => {
    const text = 'It began so. One two three four five. It ended so.'
    const from = passageOf(text, 'One two three four five.')
    const apart = `It began so. One two three four six. ${'And then much more was said. '.repeat(5)} It ended so.`
    expect(find(apart, from).state).toBe('lost')
    expect(find('It began so. One two three four six. It ended so.', from).state).toBe('edited')
  })
})

/** A quote that stands twice, with so many units of the same context before each, and nothing else in common. */
function foundTwice(first: number, second: number) {
  const prefix = Array.from({ length: 64 }, (_, index) => String.fromCharCode(0x4e00 + index)).join('')
  const exact = 'the quote'
  const text = `#${prefix.slice(64 - first)}${exact}# #${prefix.slice(64 - second)}${exact}#`
  const passage: Description = { start: 0, end: exact.length, exact, prefix, suffix: '' }
  return { found: find(text, passage), places: [text.indexOf(exact), text.lastIndexOf(exact)] }
}

test('P7 a quote that occurs twice is moved to the place where eight more units of context agree, and is ambiguous with fewer', () => {
  const clear = foundTwice(40, 32)
  expect(clear.found).toMatchObject({ state: 'moved', start: clear.places[0] })
  const close = foundTwice(40, 33)
  expect(close.found).toMatchObject({ state: 'ambiguous', candidates: close.places })
})

test('P7 a quote that occurs twice needs sixteen matching units of context to count as moved', () => {
  expect(foundTwice(16, 0).found.state).toBe('moved')
  expect(foundTwice(15, 0).found.state).toBe('ambiguous')
})

test('P7 overlapping places count as separate places', () => {
  const passage: Description = { start: 0, end: 5, exact: 'ha ha', prefix: '', suffix: '' }
  expect(find('a ha ha ha', passage)).toMatchObject({ state: 'ambiguous', candidates: [2, 5] })
})

group('P7 where the context does not decide', () => {
  const passage = (exact: string) => passageOf(`Alpha bravo ${exact} charlie delta`, exact)

  test.each([
    ['moved', 'a quote of forty letters is found by itself', 40],
    ['ambiguous', 'a shorter one may be another mention', 39],
  ])('%s: %s', (state, _why, length) => {
    const exact = 'Nobody but the minister had ever said it'.slice(0, length)
    expect(exact).toHaveLength(length)
    expect(find(`One, two: ${exact}; three, four`, passage(exact))).toMatchObject({ state })
  })

  test('edited between neighbours that share their last and first words with others', () => {
    const old = 'The first of the new committees agreed with the whole plan at once, and the second did too.'
    const exact = 'agreed with the whole plan at once'
    const changed = old.replace('at once', 'in the end')
    const now = `All the new committees met. ${changed}`
    expect(find(now, passageOf(old, exact))).toMatchObject({ state: 'edited' })
  })
})
