import { describe, expect, test } from 'vitest'
import { Builder } from '../testing/build'
import { independentCount, sourceGroups } from './independence'

/** Four articles, of which the first three share text. */
function four() {
  const builder = new Builder()
  const ids = ['One.', 'Two.', 'Three.', 'Four.'].map((text) => builder.source(text))
  const [a, b, c, d] = ids as [string, string, string, string]
  const shared = [
    { one: a, other: b },
    { one: b, other: c },
  ]
  const count = () => independentCount(ids, sourceGroups(builder.project, shared))
  const tie = (kind: 'independent' | 'one' | 'cites', ...sources: string[]) =>
    builder.run('tie.add', { kind, sources, reason: 'Because.' })
  return { builder, a, b, c, d, count, tie }
}

describe('independent sources', () => {
  test('are those that share no text, directly or through others', () => {
    expect(four().count()).toBe(2)
  })

  test('are those that the analyst takes as independent all the same', () => {
    const { a, b, count, tie } = four()
    tie('independent', a, b)
    expect(count()).toBe(3)
  })

  test('are not those that the analyst counts as one', () => {
    const { a, d, count, tie } = four()
    tie('one', a, d)
    expect(count()).toBe(1)
  })

  test('do not depend on who cites whom', () => {
    const { a, d, count, tie } = four()
    tie('cites', a, d)
    expect(count()).toBe(2)
  })

  test('follow the last decision of two articles, which replaces the one before', () => {
    const { builder, a, b, count, tie } = four()
    tie('independent', b, a)
    tie('one', a, b)
    expect(builder.project.ties.size).toBe(1)
    expect(count()).toBe(2)
  })

  test('are found in the texts again when the decision is removed, or an article is', () => {
    const { builder, a, b, count, tie } = four()
    tie('independent', a, b)
    builder.run('tie.remove', { ties: [...builder.project.ties.keys()] })
    expect(count()).toBe(2)
    tie('independent', a, b)
    builder.run('source.remove', { sources: [a] })
    expect(builder.project.ties.size).toBe(0)
  })
})
