import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byArguments } from '../testing/explicit-arguments'
import { plainEvaluation } from '../testing/plain-evaluation'
import { randomArgument } from '../testing/random-argument'
import { weighedProject, type SparseProject } from '../testing/weighed'
import { evaluate } from './evaluation'
import { SUPPOSING_NOTHING } from './supposing'
import { frameworkOf, weigh } from './weigh'

const frameworkFrom = (project: SparseProject) => frameworkOf(weighedProject(project), SUPPOSING_NOTHING)

describe('the evaluation', () => {
  it('gives each claim the force of its strongest argument that is in, and of its strongest not out', () => {
    const size = { claims: 6, relations: 8, sources: 3, excerpts: 6 }
    fc.assert(
      fc.property(randomArgument(size, { circles: false }), (project) => {
        const framework = frameworkFrom(project)
        const expected = byArguments(framework)
        fc.pre(expected !== undefined)
        const { sure, possible } = evaluate(framework)
        const claims = framework.graph.firstStep
        expect([...sure.subarray(0, claims)]).toEqual(expected.sure)
        expect([...possible.subarray(0, claims)]).toEqual(expected.possible)
      }),
      { numRuns: 250 },
    )
  })

  it('agrees with its definition on maps with circles of every kind', () => {
    const size = { claims: 12, relations: 30, sources: 3, excerpts: 12 }
    fc.assert(
      fc.property(randomArgument(size, { circles: true }), (project) => {
        const framework = frameworkFrom(project)
        const { sure, possible } = evaluate(framework)
        expect({ sure, possible }).toEqual(plainEvaluation(framework))
      }),
      { numRuns: 600 },
    )
  })

  it('says in which round each fact was settled', () => {
    const size = { claims: 8, relations: 16, sources: 3, excerpts: 8 }
    fc.assert(
      fc.property(randomArgument(size, { circles: true }), (project) => {
        const { sure, possible, rounds, history } = evaluate(frameworkFrom(project))
        sure.forEach((_, x) => {
          for (let force = 1; force <= 3; force++) {
            const reached = history.reachedIn[x * 4 + force]!
            const excluded = history.excludedIn[x * 4 + force]!
            expect(reached > 0).toBe(sure[x]! >= force)
            expect(excluded > 0).toBe(possible[x]! < force)
            expect(Math.max(reached, excluded)).toBeLessThanOrEqual(rounds)
          }
        })
      }),
    )
  })

  const ring = (kind: 'support' | 'attack', length: number) => ({
    claims: Array.from({ length }, (_, i) => ({ id: `c${i}` })),
    relations: Array.from({ length }, (_, i) => ({
      id: `r${i}`,
      kind,
      premises: [`c${i}`],
      target: `c${(i + 1) % length}`,
    })),
  })

  it('weighs circles of 20,000 claims', () => {
    const attacks = weigh(weighedProject(ring('attack', 20_001))).verdicts
    expect(new Set([...attacks.values()].map(({ verdict }) => verdict))).toEqual(new Set(['contested']))
    const { claims, relations } = ring('attack', 20_000)
    const broken = { claims, relations: relations.slice(1) }
    const chain = weigh(weighedProject(broken)).verdicts
    expect(chain.get('c1')).toMatchObject({ verdict: 'stands', because: 'unopposed' })
    expect(chain.get('c2')).toMatchObject({ verdict: 'falls', because: 'objection' })
    expect(chain.get('c19999')).toMatchObject({ verdict: 'stands', because: 'answered' })
  })

  it('does not follow references to records that are gone', () => {
    const project = weighedProject({
      claims: [{ id: 'a' }, { id: 'b', category: 'nobody' }],
      excerpts: [{ id: 'e', claim: 'b', source: 'nobody' }],
      relations: [
        { id: 'r', kind: 'attack', premises: ['nobody'], target: 'a' },
        { id: 's', kind: 'attack', premises: ['a'], target: 'nobody' },
        { id: 't', kind: 'support', premises: ['a'], target: 'nobody', targetType: 'relation' },
        { id: 'u', kind: 'contradict', premises: ['a', 'nobody'], target: 'b' },
        { id: 'v', kind: 'attack', premises: ['a'], target: 'v', targetType: 'relation' },
        { id: 'w', kind: 'attack', premises: ['a'], target: 'a' },
      ],
    })
    const { verdicts, relations } = weigh(project)
    expect(verdicts.get('b')).toMatchObject({ verdict: 'stands' })
    expect(verdicts.get('a')).toMatchObject({ verdict: 'contested' })
    expect(relations.get('r')).toBe('fails')
  })
})
