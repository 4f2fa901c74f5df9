import type { IncomingClaim, IncomingMap } from '../incoming'
import type { AifFile } from './aif-file'
import type { AifLinks } from './aif-links'

/**
 * A map in which claims that restate one another (joined by a rephrase, MA) are one: the first of the file, with the
 * wordings of the others in its note.
 */
export function restatementsAsOne(map: IncomingMap, file: AifFile, links: AifLinks): IncomingMap {
  const first = firstOfEach(map.claims, file, links)
  const others = new Map<string, IncomingClaim[]>()
  for (const claim of map.claims) {
    const one = first(claim.id)
    if (one !== claim.id) others.set(one, [...(others.get(one) ?? []), claim])
  }
  return {
    ...map,
    claims: map.claims
      .filter(({ id }) => first(id) === id)
      .map((claim) => joined(claim, others.get(claim.id) ?? [])),
    steps: map.steps.map((step) => ({
      ...step,
      premises: step.premises.map(first),
      target: step.target.type === 'claim' ? { type: 'claim', id: first(step.target.id) } : step.target,
    })),
    sources: map.sources.map((source) => ({
      ...source,
      spans: source.spans.map((span) => ({ ...span, claim: first(span.claim) })),
    })),
  }
}

function joined(claim: IncomingClaim, others: readonly IncomingClaim[]): IncomingClaim {
  if (others.length === 0) return claim
  const wordings = others.map(({ text }) => `“${text}”`)
  return {
    ...claim,
    also: [...(claim.also ?? []), ...others.map(({ id }) => id)],
    note: [claim.note, ...wordings].filter(Boolean).join('\n\n'),
    tags: claim.tags?.filter((tag) => tag !== 'restated'),
  }
}

/** For each claim, the first of the file among those that restate it. */
function firstOfEach(
  claims: readonly IncomingClaim[],
  file: AifFile,
  links: AifLinks,
): (id: string) => string {
  const above = new Map(claims.map(({ id }) => [id, id]))
  const order = new Map(claims.map(({ id }, at) => [id, at]))
  const first = (id: string): string => {
    let at = id
    for (let next = above.get(at); next !== undefined && next !== at; next = above.get(at)) at = next
    return at
  }
  for (const { id, type } of file.nodes.values()) {
    if (type !== 'MA') continue
    const ends = [...links.into(id), ...links.outOf(id)].filter(links.isClaim).map(first)
    const [one, ...rest] = [...new Set(ends)].sort((a, b) => order.get(a)! - order.get(b)!)
    if (one !== undefined) for (const each of rest) above.set(each, one)
  }
  return first
}
