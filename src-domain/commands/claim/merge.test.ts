import { describe, expect, test } from 'vitest'
import { Builder } from '../../testing/build'

function desk() {
  const builder = new Builder()
  const { map } = builder
  const source = builder.source('Ankara signed for the S-400 in 2017. Deliveries began two years later.')
  const mark = (start: number, end: number) =>
    builder.run('claim.fromSelection', { source, start, end, category: 'judgement', map })
  const [a, b] = [mark(0, 36), mark(0, 36)]
  const [x, y] = [builder.claim('X', map), builder.claim('Y', map)]
  return { builder, map, source, a, b, x, y }
}

describe('two claims merged', () => {
  test('keep the passages, tags, notes and wordings of both', () => {
    const { builder, source, a, b } = desk()
    builder.run('excerpt.add', { claim: b, source, start: 37, end: 70 })
    builder.run('claim.reword', { claim: b, text: 'The deal was signed.' })
    builder.run('claim.note', { claim: b, note: 'To be checked.' })
    builder.run('claim.tag', { claim: a, tags: ['deal'] })
    builder.run('claim.tag', { claim: b, tags: ['2017', 'deal'] })
    builder.run('claim.merge', { claims: [a, b] })
    const { claims, excerpts } = builder.project
    expect(claims.get(a)).toMatchObject({
      note: 'Also worded: The deal was signed.\n\nTo be checked.',
      tags: ['deal', '2017'],
    })
    expect(claims.has(b)).toBe(false)
    expect([...excerpts.values()].map(({ claim, start }) => [claim, start])).toEqual([
      [a, 0],
      [a, 37],
    ])
  })

  test('take over the relations of both, each once', () => {
    const { builder, a, b, x, y } = desk()
    const [from, twin] = [builder.relation('support', [a], x), builder.relation('support', [b], x)]
    const linked = builder.relation('attack', [b, y], x)
    const onto = builder.relation('attack', [y], b)
    const undercut = builder.relation('attack', [y], twin)
    builder.run('claim.merge', { claims: [a, b] })
    const { relations } = builder.project
    expect(relations.get(linked)!.premises).toEqual([a, y])
    expect(relations.get(onto)!.target).toBe(a)
    // The duplicate is undercut, so it has details of its own and is kept.
    expect([from, twin, undercut].map((id) => relations.has(id))).toEqual([true, true, true])
    builder.run('relation.remove', { relation: undercut })
    builder.run('claim.merge', { claims: [x, y] })
    expect([...relations.keys()].length).toBe(5)
  })

  test('P3 do not support themselves: relations between them are removed, a third premise stays', () => {
    const { builder, a, b, x } = desk()
    const between = builder.relation('contradict', [a], b)
    const linked = builder.relation('support', [a, x], b)
    builder.run('claim.merge', { claims: [b, a] })
    expect(builder.project.relations.has(between)).toBe(false)
    expect(builder.project.relations.get(linked)).toMatchObject({ premises: [x], target: b })
  })

  test('are on every map that had either, once each', () => {
    const { builder, a, b, map } = desk()
    const second = builder.run('map.add', { name: 'Second' })
    builder.run('claim.place', { claims: [b], map: second })
    builder.run('claim.merge', { claims: [a, b] })
    const at = [...builder.project.placements.values()].filter(({ claim }) => claim === a)
    expect(at.map((each) => each.map).sort()).toEqual([map, second].sort())
  })
})

test('a passage that is split off becomes a claim beside the other, which keeps the rest', () => {
  const { builder, source, a, map } = desk()
  const more = builder.run('excerpt.add', { claim: a, source, start: 37, end: 70 })
  expect(more).toBe(a)
  const excerpt = [...builder.project.excerpts.values()].find(({ start }) => start === 37)!
  const part = builder.run('claim.split', { excerpt: excerpt.id })
  const { claims, excerpts, placements } = builder.project
  expect(claims.get(part)!.text).toBe('Deliveries began two years later.')
  expect(excerpts.get(excerpt.id)!.claim).toBe(part)
  expect([...placements.values()].some((each) => each.claim === part && each.map === map)).toBe(true)
  expect(() => builder.run('claim.split', { excerpt: excerpt.id })).toThrow('rests only on this passage')
})
