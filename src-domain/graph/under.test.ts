import { describe, expect, test } from 'vitest'
import { Builder } from '../testing/build'
import type { Project } from '../project'
import { branchOf, hiddenOn } from './under'

const map = () => {
  const builder = new Builder()
  const claim = (text: string) => builder.claim(text, builder.map)
  return { builder, claim }
}

/** The project with these cards collapsed on its first map. */
const collapsing = (project: Project, ...claims: string[]): Project => ({
  ...project,
  placements: new Map(
    [...project.placements].map(([id, placement]) => [
      id,
      { ...placement, collapsed: claims.includes(placement.claim) },
    ]),
  ),
})

describe('what is under a claim', () => {
  test('is its grounds, its objections and those to its steps, as deep as they go; no rival', () => {
    const { builder, claim } = map()
    const [top, ground, deep, objection, undercut, rival] = ['t', 'g', 'd', 'o', 'u', 'r'].map(claim)
    const step = builder.relation('support', [ground!], top!)
    builder.relation('support', [deep!], ground!)
    builder.relation('attack', [objection!], top!)
    builder.relation('attack', [undercut!], step)
    builder.relation('contradict', [rival!], top!)
    const all = new Set(builder.project.claims.keys())
    expect([...branchOf(builder.project, top!, all)].sort()).toEqual(
      [top, ground, deep, objection, undercut].sort(),
    )
    expect([...branchOf(builder.project, ground!, all)].sort()).toEqual([ground, deep].sort())
  })

  test('ends where claims support each other in a circle', () => {
    const { builder, claim } = map()
    const [a, b] = [claim('a'), claim('b')]
    builder.relation('support', [a], b)
    builder.relation('support', [b], a)
    expect(branchOf(builder.project, a, builder.project.claims).size).toBe(2)
  })
})

describe('a collapsed card', () => {
  test('hides what is under it, and says how many', () => {
    const { builder, claim } = map()
    const [top, ground, deep] = ['t', 'g', 'd'].map(claim)
    builder.relation('support', [ground!], top!)
    builder.relation('support', [deep!], ground!)
    const { hidden, under } = hiddenOn(collapsing(builder.project, top!), builder.map)
    expect([...hidden].sort()).toEqual([ground, deep].sort())
    expect([...under.get(top!)!].sort()).toEqual([ground, deep].sort())
  })

  test('does not hide what also stands under an open one, with all that is under that', () => {
    const { builder, claim } = map()
    const [top, other, shared, deep, own] = ['t', 'o', 's', 'd', 'x'].map(claim)
    builder.relation('support', [shared!], top!)
    builder.relation('support', [own!], top!)
    builder.relation('support', [shared!], other!)
    builder.relation('support', [deep!], shared!)
    const { hidden } = hiddenOn(collapsing(builder.project, top!), builder.map)
    expect([...hidden]).toEqual([own])
  })

  test('does not vanish where two collapsed ones support each other', () => {
    const { builder, claim } = map()
    const [a, b] = [claim('a'), claim('b')]
    builder.relation('support', [a], b)
    builder.relation('support', [b], a)
    expect(hiddenOn(collapsing(builder.project, a, b), builder.map).hidden.size).toBe(0)
    expect([...hiddenOn(collapsing(builder.project, a), builder.map).hidden]).toEqual([b])
  })
})
