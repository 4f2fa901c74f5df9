import { describe, expect, it, test } from 'vitest'
import { vectors } from '../testing/vectors'
import { weighedProject, type SparseProject } from '../testing/weighed'
import { FORCE_NAMES, gradeForce, type Credibility, type ForceName } from './forces'
import type { Source } from '../records/source'
import { weigh } from './weigh'
import { verdictChanges } from './what-if'

interface GradePair {
  reliability: Source['reliability']
  credibility: Credibility
  force: ForceName
}

test.each(vectors<GradePair[]>('forces'))(
  'a passage graded $reliability$credibility is $force',
  ({ reliability, credibility, force }) => {
    expect(FORCE_NAMES[gradeForce(reliability, credibility)]).toBe(force)
  },
)

interface MapCase {
  name: string
  project: SparseProject
  verdicts: Record<string, object>
  relations: Record<string, string>
}

test.each(vectors<MapCase[]>('maps'))('$name', ({ project, verdicts, relations }) => {
  const weighing = weigh(weighedProject(project))
  const found = Object.fromEntries(
    [...weighing.verdicts].map(([id, { verdict, because, force }]) => [
      id,
      {
        verdict,
        because,
        force: FORCE_NAMES[force],
        onAssumption: weighing.readings.onAssumption(id),
        hangsOnQuestion: weighing.readings.hangsOnQuestion(id),
      },
    ]),
  )
  expect(found).toEqual(verdicts)
  expect(Object.fromEntries(weighing.relations)).toEqual(relations)
})

interface Dung {
  name: string
  args: string[]
  attacks: [string, string][]
  stands: string[]
  falls: string[]
  contested: string[]
}

/** A Dung framework as a map. An argument that attacks itself supports a hypothesis, which attacks it. */
function asMap({ args, attacks }: Dung): SparseProject {
  const itself = (a: string) => `${a}′`
  const selfAttacking = attacks.filter(([from, to]) => from === to).map(([a]) => a)
  return {
    claims: [
      ...args.map((id) => ({ id, category: 'claim' })),
      ...selfAttacking.map((a) => ({ id: itself(a), category: 'hypothesis' })),
    ],
    relations: [
      ...attacks.map(([from, to], i) => ({
        id: `r${i}`,
        kind: 'attack' as const,
        premises: [from === to ? itself(from) : from],
        target: to,
      })),
      ...selfAttacking.map((a, i) => ({
        id: `s${i}`,
        kind: 'support' as const,
        premises: [a],
        target: itself(a),
        strength: 'strong' as const,
      })),
    ],
  }
}

test.each(vectors<{ cases: Dung[] }>('frameworks').cases)('the grounded labelling of $name', (framework) => {
  const { verdicts } = weigh(weighedProject(asMap(framework)))
  const labelled = (label: string) => framework.args.filter((a) => verdicts.get(a)!.verdict === label).sort()
  expect(labelled('stands')).toEqual([...framework.stands].sort())
  expect(labelled('falls')).toEqual([...framework.falls].sort())
  expect(labelled('contested')).toEqual([...framework.contested].sort())
})

interface WhatIf {
  name: string
  project: SparseProject
  whatIf: { sources?: string[]; claims?: string[]; steps?: string[]; given?: string[] }
  before: Record<string, string>
  after: Record<string, string>
  changed: string[]
}

describe('what if', () => {
  it.each(vectors<WhatIf[]>('what-if'))('$name', ({ project, whatIf, before, after, changed }) => {
    const weighed = weighedProject(project)
    const verdicts = (weighing: ReturnType<typeof weigh>) =>
      Object.fromEntries([...weighing.verdicts].map(([id, { verdict }]) => [id, verdict]))
    const then = weigh(weighed)
    const now = weigh(weighed, {
      sources: new Set(whatIf.sources),
      claims: new Set(whatIf.claims),
      relations: new Set(whatIf.steps),
      given: new Set(whatIf.given),
    })
    expect(verdicts(then)).toEqual(before)
    expect(verdicts(now)).toEqual(after)
    expect(verdictChanges(then, now).map(({ claim }) => claim)).toEqual(changed)
  })
})
