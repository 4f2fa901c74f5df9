import { describe, expect, test } from 'vitest'
import { sampleProject } from '../testing/sample'
import type { Excerpt } from '../records/excerpt'
import { layoutCard } from './card-layout'
import { WARNING_ROOM } from './card-badges'
import { groupFrame } from './group-frame'

const measure = (text: string, { size }: { size: number }) => text.length * size * 0.5
const [claim] = [...sampleProject().claims.values()]
const [excerpt] = [...sampleProject().excerpts.values()]
const passages = (...each: Partial<Excerpt>[]): Excerpt[] =>
  each.map((fields, index) => ({ ...excerpt!, id: String(index), ...fields }))

describe('the foot of a card', () => {
  test('shows the numbers of passages and sources, warnings, and whether there is a note', () => {
    const excerpts = passages({ source: 'a' }, { source: 'b', anchor: 'lost' })
    const { footer } = layoutCard({ ...claim!, note: 'n' }, 'Claim', { excerpts, hidden: 4 }, measure)
    expect(footer).toBe('2 passages · 2 articles · 1 to review · note · 4 hidden')
    expect(layoutCard(claim!, 'Claim', { excerpts: [] }, measure).footer).toBe('No passage')
  })

  test('warns with a sign if everything rests on one source', () => {
    const { badges } = layoutCard(claim!, 'Claim', { excerpts: passages({}, {}), oneSource: true }, measure)
    expect(badges.map(({ words, warns }) => [words, warns])).toEqual([
      ['2 passages', false],
      ['one source only', true],
    ])
  })

  test('wraps to a second line, for which the card grows, instead of overflowing', () => {
    const excerpts = passages({ anchor: 'lost' }, {}, {})
    const one = layoutCard(claim!, 'Claim', { excerpts: [] }, measure)
    const two = layoutCard(
      { ...claim!, note: 'n' },
      'Claim',
      { excerpts, oneSource: true, hidden: 12 },
      measure,
    )
    expect(Math.max(...two.badges.map(({ row }) => row))).toBe(1)
    expect(two.height - one.height).toBe(14)
    for (const { x, words, warns } of two.badges) {
      expect(x + (warns ? WARNING_ROOM : 0) + measure(words, { size: 11 })).toBeLessThanOrEqual(216)
    }
  })
})

test('a clamped wording ends with an ellipsis', () => {
  const long = layoutCard({ ...claim!, text: 'word '.repeat(400) }, 'Claim', { excerpts: [] }, measure)
  expect([long.clamped, long.lines.length]).toEqual([true, 10])
  expect(layoutCard(claim!, 'Claim', { excerpts: [] }, measure).clamped).toBe(false)
})

test('the frame of a group encloses all its cards, with the title above them', () => {
  const cards = [
    { x: 0, y: 0, width: 248, height: 100 },
    { x: 300, y: -50, width: 248, height: 100 },
  ]
  expect(groupFrame('Motives', cards, measure)).toEqual({
    lines: ['Motives'],
    rect: { x: -16, y: -86, width: 580, height: 202 },
  })
  expect(groupFrame(' ', cards, measure)).toEqual({
    lines: [],
    rect: { x: -16, y: -66, width: 580, height: 182 },
  })
})
