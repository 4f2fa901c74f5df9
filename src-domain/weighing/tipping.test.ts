import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { randomArgument } from '../testing/random-argument'
import { vectors } from '../testing/vectors'
import { weighedProject, type SparseProject } from '../testing/weighed'
import { coneOf, without, type Cone } from './cone'
import { evaluate } from './evaluation'
import { restsOn, sideOf } from './rests-on'
import { SUPPOSING_NOTHING, type Supposing } from './supposing'
import { tippingOf } from './tipping'
import { frameworkOf, weigh } from './weigh'

interface Case {
  name: string
  project: SparseProject
  claim: string
  verdict: string
  smallestSets: string[][]
}

const coneFor = (project: SparseProject, claim: string): Cone => {
  const weighed = weighedProject(project)
  const framework = frameworkOf(weighed, SUPPOSING_NOTHING)
  return coneOf(weighed, framework, SUPPOSING_NOTHING, framework.graph.claimAt.get(claim)!)
}

test.each(vectors<{ cases: Case[] }>('tipping').cases)(
  '$name: $verdict',
  ({ project, claim, verdict, smallestSets }) => {
    expect(weigh(weighedProject(project)).verdicts.get(claim)!.verdict).toBe(verdict)
    const tipping = tippingOf(coneFor(project, claim))
    expect(tipping.smallestSets).toEqual(smallestSets)
    expect(tipping.complete).toBe(true)
  },
)

const sides = { stands: 2, contested: 1, falls: 0, unsupported: 0 }

/** The side of a claim when things are given up, by weighing the whole project anew. */
function sideWithout(project: SparseProject, claim: string, things: readonly string[]): number {
  const of = (kind: string) =>
    new Set(things.filter((each) => each.startsWith(`${kind}:`)).map((each) => each.slice(kind.length + 1)))
  const supposing: Supposing = {
    sources: of('source'),
    claims: of('claim'),
    relations: of('step'),
    given: new Set(),
  }
  return sides[weigh(weighedProject(project), supposing).verdicts.get(claim)!.verdict]
}

const thingsIn = ({ sources, claims, relations }: SparseProject, claim: string): string[] => [
  ...sources!.map(({ id }) => `source:${id}`),
  ...claims!.filter(({ id }) => id !== claim).map(({ id }) => `claim:${id}`),
  ...relations!.map(({ id }) => `step:${id}`),
]

/** All smallest sets of up to three things, by trying everything. */
function byTryingAll(project: SparseProject, claim: string): string[][] {
  const things = thingsIn(project, claim)
  const start = sideWithout(project, claim, [])
  const found: string[][] = []
  const pick = (size: number, from: number, set: readonly string[]): void => {
    if (set.length === size) {
      if (found.some((smaller) => smaller.every((each) => set.includes(each)))) return
      if (sideWithout(project, claim, set) !== start) found.push([...set].sort())
      return
    }
    for (let i = from; i < things.length; i++) pick(size, i + 1, [...set, things[i]!])
  }
  for (const size of [1, 2, 3]) pick(size, 0, [])
  return found.sort((a, b) => a.length - b.length || (a.join() < b.join() ? -1 : 1))
}

const size = { claims: 5, relations: 7, sources: 2, excerpts: 5 }

describe('the smallest sets', () => {
  it('are those that trying everything finds, among up to 14 things', () => {
    fc.assert(
      fc.property(randomArgument(size, { circles: true }), fc.nat(), (project, pick) => {
        const claim = project.claims![pick % project.claims!.length]!.id
        const tipping = tippingOf(coneFor(project, claim))
        const expected = byTryingAll(project, claim)
        const isContested = sideWithout(project, claim, []) === 1
        expect(tipping.smallestSets).toEqual(
          isContested ? expected.filter((set) => set.length === 1) : expected,
        )
      }),
      { numRuns: 60 },
    )
  })

  it('rest on things without which nothing else matters', () => {
    const larger = { claims: 8, relations: 14, sources: 4, excerpts: 8 }
    fc.assert(
      fc.property(
        randomArgument(larger, { circles: true }),
        fc.nat(),
        fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
        (project, pick, choices) => {
          const claim = project.claims![pick % project.claims!.length]!.id
          const cone = coneFor(project, claim)
          const evaluation = evaluate(cone.framework)
          if (sideOf(evaluation) === 1) return
          const rests = restsOn(cone, cone.framework, new Set(), evaluation)
          const rest = thingsIn(project, claim).filter((each) => !rests.has(each))
          const given = rest.length === 0 ? [] : choices.map((choice) => rest[choice % rest.length]!)
          expect(sideOf(evaluate(without(cone, new Set(given))))).toBe(sideOf(evaluation))
          expect(sideOf(evaluate(without(cone, new Set(rest))))).toBe(sideOf(evaluation))
        },
      ),
      { numRuns: 1000 },
    )
  })
})
