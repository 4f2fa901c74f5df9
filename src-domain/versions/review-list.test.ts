import { expect, test } from 'vitest'
import { article, Builder } from '../testing/build'
import { reviewList } from './review-list'
import { whole } from './sentence-at'

const OLD = [
  'Ankara signed for the S-400 in December 2017. The contract was worth 2.5 billion dollars.',
  'Washington may impose sanctions under the law of that year. Officials called the deal a mistake.',
  'The alliance has no means to expel a member, whatever its other members think of the purchase.',
  'Deliveries began in July 2019. A spokesman said that the offer stood in spite of every warning.',
]
const NEW = [
  OLD[2]!,
  OLD[0]!.replace('2.5 billion', '2.1 billion'),
  OLD[1]!,
  'Nobody believed that the offer was good. The offer came late.',
]

function project() {
  const builder = new Builder()
  const text = OLD.join('\n\n')
  const source = builder.source(...OLD)
  const mark = (words: string) => {
    const start = text.indexOf(words)
    builder.run('claim.fromSelection', { source, start, end: start + words.length, category: 'judgement' })
  }
  mark('The contract was worth 2.5 billion dollars')
  mark('Washington may impose sanctions')
  mark('The alliance has no means to expel a member')
  mark('Deliveries began in July 2019.')
  mark('offer')
  builder.run('source.newVersion', { source, article: article('New', ...NEW) })
  return builder.project
}

test('P7 the review list has every passage that is not exact, with its details', () => {
  const list = reviewList(project())
  expect(
    list.map(({ state, was, now, flags, candidates }) => ({
      state,
      was: whole(was),
      now: now && whole(now.sentence),
      flags,
      candidates: candidates.map(({ sentence }) => whole(sentence)),
    })),
  ).toEqual([
    {
      state: 'moved',
      was: expect.stringMatching(/^The alliance has no means to expel a member, whatever/) as string,
      now: OLD[2],
      flags: [],
      candidates: [],
    },
    {
      state: 'edited',
      was: 'The contract was worth 2.5 billion dollars.',
      now: 'The contract was worth 2.1 billion dollars.',
      flags: [{ kind: 'numbers', before: ['2.5'], after: ['2.1'] }],
      candidates: [],
    },
    {
      state: 'lost',
      was: 'Deliveries began in July 2019.',
      now: undefined,
      flags: [],
      candidates: [],
    },
    {
      state: 'ambiguous',
      was: expect.stringMatching(/that the offer stood in spite/) as string,
      now: undefined,
      flags: [],
      candidates: ['Nobody believed that the offer was good.', 'The offer came late.'],
    },
  ])
})

test('the difference runs from the old sentence to the new one, word by word', () => {
  const edited = reviewList(project()).find(({ state }) => state === 'edited')!
  expect(edited.edits).toEqual([
    { kind: 'same', text: 'The contract was worth ' },
    { kind: 'removed', text: '2.5' },
    { kind: 'added', text: '2.1' },
    { kind: 'same', text: ' billion dollars.' },
  ])
})

test('the list is cached until something changes', () => {
  const one = project()
  expect(reviewList(one)[0]).toBe(reviewList({ ...one })[0])
})

test('P7 a reworded sentence whose neighbours changed too is offered, and never taken', () => {
  const builder = new Builder()
  const [before, quote, after] = [
    'The harbour office was closed for repairs in spring.',
    'Deliveries of the missiles to the southern base began in July 2019.',
    'A spokesman gave no date.',
  ]
  const source = builder.source(`${before} ${quote} ${after}`, OLD[1]!)
  const start = before.length + 1
  builder.run('claim.fromSelection', { source, start, end: start + quote.length, category: 'judgement' })
  const reworded = 'In July 2019 the southern base received the first deliveries of its missiles.'
  const others = [`In spring nobody worked at the office. ${reworded} No date was named by anyone.`, OLD[2]!]
  builder.run('source.newVersion', { source, article: article('New', ...others) })
  const [item] = reviewList(builder.project)
  expect(item).toMatchObject({ state: 'lost' })
  expect(item).not.toHaveProperty('now')
  expect(item!.candidates.map(({ sentence }) => whole(sentence))).toEqual([reworded])
})
