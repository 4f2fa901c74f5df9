import { describe as group, expect, test } from 'vitest'
import { describe } from '../anchoring/describe'
import type { Excerpt } from '../records/excerpt'
import { carryOver } from './carry-over'
import { carry, marked, NEWS, OLD, QUOTE, TEXT } from './testing/carried'

group('P7 an excerpt is carried over as exact', () => {
  test.each<[string, string, string]>([
    ['when nothing changed', OLD, QUOTE],
    ['with a paragraph before it', [NEWS, ...TEXT].join('\n\n'), QUOTE],
    ['with a paragraph after it', [...TEXT, NEWS].join('\n\n'), QUOTE],
    ['with its neighbours edited elsewhere', OLD.replace('2.5 billion', '3 billion'), QUOTE],
    [
      'with the sentence after it gone',
      OLD.replace(' Officials said that the deal was a mistake.', ''),
      QUOTE,
    ],
    ['with both paragraphs beside it gone', TEXT.slice(1, 2).join(), QUOTE],
    [
      'as a short word whose neighbours changed',
      OLD.replace('that the deal was', 'the deal looked like'),
      'deal',
    ],
    ['on other lines', OLD.replace('\n\n', '\n').replace('year. Officials', 'year.\nOfficials'), QUOTE],
  ])('%s', (_case, now, exact) => {
    expect(carry(exact, now)).toMatchObject({ state: 'exact', words: exact, candidates: [], flags: [] })
  })

  test('at its own place, not at an earlier occurrence of its words', () => {
    const now = `They spoke of the deal.\n\n${OLD}`
    expect(carry('the deal', now)).toMatchObject({ state: 'exact', start: now.lastIndexOf('the deal') })
  })
})

group('P7 words whose neighbours were rewritten', () => {
  const rewritten = (exact: string) => {
    const old = `Alpha bravo charlie delta echo foxtrot ${exact} golf hotel india juliet kilo lima`
    const now = `One two three four echo foxtrot ${exact} golf hotel seven eight nine ten`
    const [carried] = carryOver(old, now, [marked(old, exact)])
    return carried!.state
  }

  test('are the same passage if they are long enough to be it', () => {
    expect(rewritten('officials were mistaken')).toBe('exact')
  })

  test('stay to be looked at if they are short', () => {
    expect(rewritten('were mistaken')).not.toBe('exact')
  })
})

group('P7 an edited excerpt that is edited again', () => {
  const exact = 'sanctions under the law of that year will be imposed at once'
  const after = (once: string, again: string) => {
    const [before, then] = [once, again].map((words) => `Washington said that ${words}, as all agreed.`)
    const start = before!.indexOf(once)
    const { prefix, suffix } = describe(before!, start, start + once.length)!
    const end = start + once.length
    const excerpt: Excerpt = {
      id: 'e',
      claim: 'c',
      source: 's',
      start,
      end,
      exact,
      prefix,
      suffix,
      anchor: 'edited',
    }
    return carryOver(before!, then!, [excerpt])[0]!.state
  }
  const once = 'sanctions under the law of that year may well be lifted quite soon'

  test('stays edited while half of the marked words are there', () => {
    expect(after(once, 'sanctions under the law of that year may well be waived quite soon')).toBe('edited')
  })

  test('is lost when less than half of them are there', () => {
    expect(after(once, 'sanctions under a treaty this spring may well be lifted quite soon')).toBe('lost')
  })
})

group('P7 an excerpt is carried over as moved', () => {
  test.each<[string, string, string]>([
    ['with its paragraph', [TEXT[0], TEXT[2], TEXT[3], TEXT[1]].join('\n\n'), QUOTE],
    ['with its paragraph, short as it is', [TEXT[0], TEXT[2], TEXT[3], TEXT[1]].join('\n\n'), 'the deal'],
    [
      'alone, when nobody could mistake it',
      [TEXT[0], TEXT[1]!.replace(`${QUOTE} `, ''), TEXT[2], TEXT[3], NEWS, QUOTE].join('\n\n'),
      QUOTE,
    ],
  ])('%s', (_case, now, exact) => {
    expect(carry(exact, now)).toMatchObject({ state: 'moved', words: exact })
  })
})

group('P7 an excerpt is carried over as edited, with what changed', () => {
  test.each<[string, string, string, string, object[]]>([
    [
      'another modal',
      QUOTE,
      OLD.replace('may impose', 'will impose'),
      'Washington will impose sanctions under the law of that year.',
      [{ kind: 'modal', before: ['may'], after: ['will'] }],
    ],
    [
      'a negation',
      'the deal was a mistake',
      OLD.replace('was a mistake', 'was not a mistake'),
      'the deal was not a mistake',
      [{ kind: 'negation', before: [], after: ['not'] }],
    ],
    [
      'a negation less',
      'The alliance has no means to expel a member.',
      OLD.replace('has no means', 'has the means'),
      'The alliance has the means to expel a member.',
      [{ kind: 'negation', before: ['no'], after: [] }],
    ],
    [
      'a number',
      'The contract was worth 2.5 billion dollars',
      OLD.replace('2.5 billion', '2.1 billion'),
      'The contract was worth 2.1 billion dollars',
      [{ kind: 'numbers', before: ['2.5'], after: ['2.1'] }],
    ],
    [
      'its first and last word',
      'Deliveries began in July 2019.',
      OLD.replace('Deliveries began in July 2019.', 'The deliveries began in July 2020.'),
      'The deliveries began in July 2020.',
      [{ kind: 'numbers', before: ['2019'], after: ['2020'] }],
    ],
    [
      'a year alone',
      '2019',
      OLD.replace('2019', '2020'),
      '2020',
      [{ kind: 'numbers', before: ['2019'], after: ['2020'] }],
    ],
    [
      'a word, with a new sentence before it',
      QUOTE,
      OLD.replace(QUOTE, `It said so in spring. ${QUOTE.replace('that year', 'the year before')}`),
      'Washington may impose sanctions under the law of the year before.',
      [],
    ],
    [
      'a word, and the sentence after it gone',
      QUOTE,
      OLD.replace('may impose', 'may yet impose').replace(' Officials said that the deal was a mistake.', ''),
      'Washington may yet impose sanctions under the law of that year.',
      [],
    ],
    [
      'a negation before words that stayed',
      'train the Turkish operators',
      OLD.replace('will train', 'will not train'),
      'train the Turkish operators',
      [{ kind: 'negation', before: [], after: ['not'] }],
    ],
    [
      'a word, where it stands before one that goes on elsewhere',
      'the deal',
      `${OLD.replace('the deal', 'the big deal')} They spoke of the deal.`,
      'the big deal',
      [],
    ],
  ])('%s', (_case, exact, now, words, flags) => {
    const carried = carry(exact, now)
    expect(carried).toMatchObject({ state: 'edited', words, flags })
    const side = (left: string) =>
      carried.edits.flatMap(({ kind, text }) => (kind === left ? [] : [text])).join('')
    expect([side('added'), side('removed')]).toEqual([exact, words])
  })
})

group('P7 an excerpt that nobody has looked at since the last version stays to be looked at', () => {
  const now = [NEWS, ...TEXT].join('\n\n')

  test('a moved one', () => {
    expect(carryOver(OLD, now, [marked(OLD, QUOTE, 'moved')])[0]).toMatchObject({ state: 'moved' })
  })

  test('an edited one, until its words are back', () => {
    const edited = { ...marked(OLD, QUOTE, 'edited'), exact: QUOTE.replace('may', 'will') }
    expect(carryOver(OLD, now, [edited])[0]).toMatchObject({ state: 'edited', flags: [{ kind: 'modal' }] })
    const back = now.replace('may impose', 'will impose')
    expect(carryOver(OLD, back, [edited])[0]).toMatchObject({
      state: 'exact',
      start: back.indexOf('Washington'),
    })
  })

  test('a lost one, until its words are back', () => {
    const gone = OLD.replace(QUOTE, 'Other words.')
    const lost = marked(OLD, QUOTE, 'lost')
    expect(carryOver(gone, gone, [lost])[0]).toMatchObject({ state: 'lost' })
    expect(carryOver(gone, OLD, [lost])[0]).toMatchObject({ state: 'exact', start: lost.start })
    expect(carryOver(gone, now, [lost])[0]).toMatchObject({ state: 'moved', start: now.indexOf(QUOTE) })
  })
})

test.each([
  ['“We don’t know.”', '"We don\'t know."'],
  ['“We don’t know.”', '«We don’t know.»'],
  ['twenty—or thirty—lamps', 'twenty - or thirty - lamps'],
  ['the mayor’s ‘last’ word', "the mayor's 'last' word"],
])('F30 a passage of which only signs changed is edited, with its signs: %s', (exact, now) => {
  const text = (words: string) =>
    `Notes of the clerk\n\nHe said ${words} and left the hall before the vote. Nobody followed him.`
  const [found] = carryOver(text(exact), text(now), [marked(text(exact), exact)])
  expect(found?.state).toBe('edited')
  expect(text(now).slice(found?.start, found?.end)).toBe(now)
})
