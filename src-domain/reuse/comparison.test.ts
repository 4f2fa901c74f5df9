import { expect, test } from 'vitest'
import { Comparison } from './comparison'

const COPIED =
  'Two sluice gates were opened before midnight because melting snow had lifted the water above the spillway.'

function comparison() {
  const made = new Comparison()
  const read = (...articles: [string, string][]) =>
    made.read(
      articles.map(([id, text]) => ({
        id,
        text,
        publisher: '',
        blocks: [{ role: 'paragraph' as const, start: 0, end: text.length }],
      })),
    )
  const pairs = () => made.compared().map(({ one, other }) => `${one} ${other}`)
  const forget = (...ids: string[]) => made.forget(ids)
  return { read, pairs, forget }
}

test('an article that comes in is compared with those that are there', () => {
  const { read, pairs } = comparison()
  read(['a', `Here. ${COPIED}`], ['b', 'Nothing of it.'])
  expect(pairs()).toEqual([])
  read(['c', `There. ${COPIED}`])
  expect(pairs()).toEqual(['a c'])
  expect(pairs()).toEqual(['a c'])
})

test('an article that goes, or gets another text, is compared no longer', () => {
  const { read, pairs, forget } = comparison()
  read(['a', COPIED], ['b', COPIED], ['c', COPIED])
  expect(pairs()).toHaveLength(3)
  forget('a')
  expect(pairs()).toEqual(['b c'])
  read(['b', 'Nothing of it.'])
  expect(pairs()).toEqual([])
})
