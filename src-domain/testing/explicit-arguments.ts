import { STRONG } from '../weighing/forces'
import { listOf } from '../weighing/lists'
import type { ProjectFramework } from '../weighing/verdict'

/**
 * An argument: for a claim, by a base or by the argument of a step; or the argument of a step, with an argument for each
 * premise and a warrant, which is taken for granted or backed by the argument of another step.
 */
interface Argument {
  readonly concludes?: number
  readonly step?: number
  readonly warrants?: number
  readonly bare?: boolean
  readonly given?: boolean
  readonly force: number
  readonly parts: readonly Argument[]
}

/**
 * Weighs a small map by its explicit arguments: builds every argument that repeats no claim and no step, their defeats
 * and Dung's grounded extension (ASPIC+: Modgil and Prakken, Artificial Intelligence 195, 2013). Returns the forces of
 * the strongest argument for each claim that is in, and of the strongest that is not out.
 * @param limit undefined is returned for a map with more arguments
 */
export function byArguments(
  framework: ProjectFramework,
  limit = 1500,
): { sure: number[]; possible: number[] } | undefined {
  const { graph, grounds, off } = framework
  let made = 0
  const count = <Item>(items: Item[]): Item[] => {
    made += items.length
    if (made > limit) throw new TooMany()
    return items
  }
  const forClaim = (x: number, path: ReadonlySet<number>): Argument[] => {
    if (grounds.aside[x] === 1) return []
    if (grounds.given[x] === 1) return [{ concludes: x, given: true, force: STRONG, parts: [] }]
    const own = { concludes: x, bare: grounds.bare[x] === 1, force: grounds.base[x]!, parts: [] }
    const inner = new Set([...path, x])
    const bySteps = [...listOf(graph.pro, x)].flatMap((step) =>
      forStep(step, inner).map((part) => ({ concludes: x, force: part.force, parts: [part] })),
    )
    return count(own.force > 0 ? [own, ...bySteps] : bySteps)
  }
  const forStep = (step: number, path: ReadonlySet<number>): Argument[] => {
    if (off[step] === 1 || path.has(step)) return []
    const inner = new Set([...path, step])
    let chosen: { force: number; parts: Argument[] }[] = [{ force: graph.strength[step]!, parts: [] }]
    for (const premise of listOf(graph.premises, step)) {
      if (inner.has(premise)) return []
      const options = forClaim(premise, inner)
      chosen = count(
        chosen.flatMap(({ force, parts }) =>
          options.map((option) => ({ force: Math.min(force, option.force), parts: [...parts, option] })),
        ),
      )
    }
    const backings = [...listOf(graph.pro, step)].flatMap((backing) => forStep(backing, inner))
    const warrants: Argument[] = [
      { warrants: step, force: 0, parts: [] },
      ...backings.map((backing) => ({ warrants: step, force: backing.force, parts: [backing] })),
    ]
    return count(
      chosen.flatMap(({ force, parts }) =>
        warrants.map((warrant) => ({ step, force, parts: [...parts, warrant] })),
      ),
    )
  }
  const nobody: ReadonlySet<number> = new Set()
  const all: Argument[] = []
  try {
    for (let x = 0; x < graph.nodes; x++) {
      all.push(...(x < graph.firstStep ? forClaim(x, nobody) : forStep(x, nobody)))
    }
  } catch (error) {
    if (error instanceof TooMany) return undefined
    throw error
  }
  return strongest(graph.firstStep, all, groundedLabels(defeatersOf(framework, all)))
}

class TooMany extends Error {}

const withParts = (argument: Argument): Argument[] => [argument, ...argument.parts.flatMap(withParts)]

function defeatersOf({ graph }: ProjectFramework, all: readonly Argument[]): Set<number>[] {
  const defeaters = all.map(() => new Set<number>())
  const parts = all.map(withParts)
  all.forEach((by, i) => {
    if (by.step !== undefined && graph.supports[by.step] === 0) {
      const targets = new Set(listOf(graph.targets, by.step))
      parts.forEach((of, j) => {
        if (of.some((part) => isHit(part, by, targets))) defeaters[j]!.add(i)
      })
    }
    if (by.concludes === undefined || by.bare) return
    // A reason for a claim defeats every argument whose last step is an objection to it that is not stronger.
    all.forEach(({ step, force }, j) => {
      if (step === undefined || graph.supports[step] === 1 || by.force < force) return
      if (listOf(graph.targets, step).includes(by.concludes!)) defeaters[j]!.add(i)
    })
  })
  return defeaters
}

function isHit(part: Argument, by: Argument, targets: ReadonlySet<number>): boolean {
  if (part.concludes !== undefined && targets.has(part.concludes)) {
    return !part.given && (part.bare === true || by.force >= part.force)
  }
  return part.warrants !== undefined && targets.has(part.warrants) && by.force > 0 && by.force >= part.force
}

type Label = 'in' | 'out' | undefined

/** The grounded labelling of an abstract framework (Dung, Artificial Intelligence 77, 1995). */
function groundedLabels(defeaters: readonly Set<number>[]): Label[] {
  const labels: Label[] = defeaters.map(() => undefined)
  for (let changed = true; changed;) {
    changed = false
    defeaters.forEach((by, i) => {
      if (labels[i] !== undefined) return
      const found = [...by].map((j) => labels[j])
      const label = found.every((each) => each === 'out') ? 'in' : found.includes('in') ? 'out' : undefined
      if (label === undefined) return
      labels[i] = label
      changed = true
    })
  }
  return labels
}

function strongest(
  claims: number,
  all: readonly Argument[],
  labels: readonly Label[],
): { sure: number[]; possible: number[] } {
  const sure = new Array<number>(claims).fill(0)
  const possible = new Array<number>(claims).fill(0)
  all.forEach(({ concludes, force }, i) => {
    if (concludes === undefined) return
    if (labels[i] === 'in') sure[concludes] = Math.max(sure[concludes]!, force)
    if (labels[i] !== 'out') possible[concludes] = Math.max(possible[concludes]!, force)
  })
  return { sure, possible }
}
