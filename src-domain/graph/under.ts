import type { Project } from '../project'

/** Anything that says which claims count: those on a map, say. */
interface Claims {
  has(claim: string): boolean
}

/**
 * The claims right under each claim: its grounds and objections, and those to the steps that lead to it. A contradiction
 * puts neither claim under the other: rivals stand side by side.
 */
function claimsUnder(project: Project, among: Claims): ReadonlyMap<string, ReadonlySet<string>> {
  const under = new Map<string, Set<string>>()
  for (const relation of project.relations.values()) {
    if (relation.kind === 'contradict') continue
    const above = claimAimedAt(project, relation.target)
    if (above === undefined || !among.has(above)) continue
    const known = under.get(above) ?? new Set()
    for (const premise of relation.premises) if (among.has(premise) && premise !== above) known.add(premise)
    under.set(above, known)
  }
  return under
}

/** The claim that a target, a step perhaps, leads to in the end. */
function claimAimedAt({ relations }: Project, target: string): string | undefined {
  const seen = new Set<string>()
  let at = target
  for (let step = relations.get(at); step; step = relations.get(at)) {
    if (seen.has(at)) return undefined
    seen.add(at)
    at = step.target
  }
  return at
}

function reached(from: string, under: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const found = new Set([from])
  for (const claim of found) for (const below of under.get(claim) ?? []) found.add(below)
  return found
}

/** A claim with everything under it, as deep as it goes: a branch of the map. */
export const branchOf = (project: Project, claim: string, among: Claims): ReadonlySet<string> =>
  reached(claim, claimsUnder(project, among))

/**
 * What collapsed cards of a map hide: the claims under them, unless a claim also stands under one that is seen and
 * open. With it, what each collapsed card hides.
 */
export function hiddenOn(
  project: Project,
  map: string,
): { hidden: ReadonlySet<string>; under: ReadonlyMap<string, readonly string[]> } {
  const placed = new Map(
    [...project.placements.values()]
      .filter((placement) => placement.map === map)
      .map(({ claim, collapsed }) => [claim, collapsed]),
  )
  const collapsed = [...placed].flatMap(([claim, is]) => (is ? [claim] : []))
  if (collapsed.length === 0) return { hidden: new Set(), under: new Map() }
  const below = claimsUnder(project, placed)
  const branches = new Map(collapsed.map((claim) => [claim, reached(claim, below)]))
  const hidden = new Set<string>()
  for (const [above, branch] of branches) {
    // Of two collapsed cards in a circle neither hides the other, or both would be gone.
    for (const claim of branch) if (claim !== above && !branches.get(claim)?.has(above)) hidden.add(claim)
  }
  const seen = [...placed.keys()].filter((claim) => !hidden.has(claim) && !branches.has(claim))
  for (const claim of seen) {
    for (const each of below.get(claim) ?? []) {
      if (hidden.delete(each) && !branches.has(each)) seen.push(each)
    }
  }
  const hides = [...branches].map(
    ([claim, branch]) => [claim, [...branch].filter((each) => hidden.has(each))] as const,
  )
  return { hidden, under: new Map(hides) }
}
