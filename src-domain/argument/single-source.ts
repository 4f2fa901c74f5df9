import { excerptsByClaim } from '../queries/excerpt-index'
import type { Project } from '../document/project'
import { NO_GROUPS, type SourceGroups } from '../reuse/independence'

/** Marks several sources. Never a source's id, because ids are not empty. */
const SEVERAL = ''

let last:
  { relations: object; excerpts: object; groups: SourceGroups; found: ReadonlySet<string> } | undefined

/**
 * The claims that look well supported but rest on a single source. All passages count: those of the claim itself and of
 * every claim that supports it, directly or not, or supports one of the relations on the way. A claim with one passage
 * and no support is not included, because there the single source is obvious.
 * @param groups which sources count as one
 */
export function restingOnOneSource(project: Project, groups: SourceGroups = NO_GROUPS): ReadonlySet<string> {
  const { relations, excerpts } = project
  if (last?.relations === relations && last.excerpts === excerpts && last.groups === groups) return last.found
  const sources = sourcesUnder(project, groups)
  const supported = new Set(
    [...relations.values()].flatMap(({ kind, target }) => (kind === 'support' ? [target] : [])),
  )
  const own = excerptsByClaim(project)
  const found = new Set(
    [...project.claims.keys()].filter(
      (claim) =>
        (sources.get(claim) ?? SEVERAL) !== SEVERAL &&
        (supported.has(claim) || (own.get(claim)?.length ?? 0) > 1),
    ),
  )
  last = { relations, excerpts, groups, found }
  return found
}

/** The only source below each claim and relation, or `SEVERAL`. A claim without any passage below it has no entry. */
function sourcesUnder({ relations, excerpts }: Project, groups: SourceGroups): Map<string, string> {
  const upwards = new Map<string, string[]>()
  const leads = (from: string, to: string) => {
    const known = upwards.get(from)
    if (known) known.push(to)
    else upwards.set(from, [to])
  }
  for (const { id, kind, premises, target } of relations.values()) {
    if (kind !== 'support') continue
    for (const premise of premises) leads(premise, id)
    leads(id, target)
  }
  const found = new Map<string, string>()
  const changed: string[] = []
  const add = (node: string, source: string) => {
    const known = found.get(node)
    const joined = known === undefined || known === source ? source : SEVERAL
    if (joined === known) return
    found.set(node, joined)
    changed.push(node)
  }
  for (const { claim, source } of excerpts.values()) add(claim, groups.get(source) ?? source)
  // This ends even in circles: a node changes at most twice, from nothing to one source to `SEVERAL`.
  for (let node = changed.pop(); node !== undefined; node = changed.pop()) {
    for (const above of upwards.get(node) ?? []) add(above, found.get(node)!)
  }
  return found
}
