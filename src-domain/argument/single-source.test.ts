import { describe, expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { restingOnOneSource } from './single-source'

const builder = () => {
  const made = new Builder()
  const mark = (source: string, start: number) =>
    made.run('claim.fromSelection', { source, category: 'judgement', start, end: start + 6 })
  return { made, mark, found: () => [...restingOnOneSource(made.project)].sort() }
}

describe('the warning that a claim rests on one source', () => {
  test('is shown where all grounds come from one source, at any depth, linked or not', () => {
    const { made, mark, found } = builder()
    const source = made.source('Some words that a claim can rest on.')
    const [a, b] = [mark(source, 0), mark(source, 8)]
    const [middle, top] = [made.claim('Middle'), made.claim('Top')]
    made.relation('support', [a, b], middle)
    made.relation('support', [middle, made.claim('Known anyway')], top)
    expect(found()).toEqual([middle, top].sort())
  })

  test('disappears once a second source supports the claim', () => {
    const { made, mark, found } = builder()
    const [one, two] = [made.source('Some words to rest on.'), made.source('Other words to rest on.')]
    const [middle, top] = [made.claim('Middle'), made.claim('Top')]
    made.relation('support', [mark(one, 0)], middle)
    made.relation('support', [middle], top)
    made.relation('support', [mark(two, 0)], top)
    expect(found()).toEqual([middle])
  })

  test('counts supports of relations, but neither objections nor contradictions', () => {
    const { made, mark, found } = builder()
    const [one, two] = [made.source('Some words to rest on.'), made.source('Other words to rest on.')]
    const top = made.claim('Top')
    const step = made.relation('support', [mark(one, 0)], top)
    made.relation('attack', [mark(two, 0)], top)
    made.relation('contradict', [mark(two, 6)], top)
    expect(found()).toEqual([top])
    made.relation('support', [mark(two, 8)], step)
    expect(found()).toEqual([])
  })

  test('is not shown for a single passage, but for two passages of one source', () => {
    const { made, mark, found } = builder()
    const source = made.source('Some words that a claim can rest on.')
    const claim = mark(source, 0)
    expect(found()).toEqual([])
    made.run('excerpt.add', { claim, source, start: 10, end: 16 })
    expect(found()).toEqual([claim])
  })

  test('is not shown without any source, and a circle of claims does not hang the search', () => {
    const { made, mark, found } = builder()
    const [a, b] = [made.claim('A'), made.claim('B')]
    made.relation('support', [a], b)
    made.relation('support', [b], a)
    expect(found()).toEqual([])
    made.relation('support', [mark(made.source('Some words to rest on.'), 0)], b)
    expect(found()).toEqual([a, b].sort())
  })
})
