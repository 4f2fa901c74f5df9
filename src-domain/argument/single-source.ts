import { excerptsByClaim } from '../queries/excerpt-index'
import type { Project } from '../document/project'

/** Several sources; no source's id, because ids are never empty. */
const SEVERAL = ''

let last: { relations: object; excerpts: object; found: ReadonlySet<string> } | undefined

/**
 * The claims for which everything offered rests on one source, though it may look like more: the passages of the claim
 * and of all grounds that lead up to it, through supports of claims and of steps. A claim that rests on one passage and
 * on nothing else is not among them: that one source is plain to see.
 */
export function restingOnOneSource(project: Project): ReadonlySet<string> {
  const { relations, excerpts } = project
  if (last?.relations === relations && last.excerpts === excerpts) return last.found
  const sources = sourcesUnder(project)
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
  last = { relations, excerpts, found }
  return found
}

/** For each claim and step: the only source under it, or `SEVERAL`; nothing where there is none. */
function sourcesUnder({ relations, excerpts }: Project): Map<string, string> {
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
  for (const { claim, source } of excerpts.values()) add(claim, source)
  // Each node changes at most twice, so that circles end.
  for (let node = changed.pop(); node !== undefined; node = changed.pop()) {
    for (const above of upwards.get(node) ?? []) add(above, found.get(node)!)
  }
  return found
}
