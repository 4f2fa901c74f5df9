import type { Project } from '../../../document/project'
import { isObject } from '../../../records/record'
import type { Correspondences } from '../correspondence'
import type { GraphChanges } from '../graph-changes'
import { idOf } from '../json-fields'

type Raw = Record<string, unknown>

/** What changed in the groups of a SADFace document: nodes with the claims in them. */
export function groupsAgain(
  records: Correspondences,
  raws: ReadonlyMap<string, Raw>,
  changes: GraphChanges,
): { changed: Map<string, Raw>; gone: Set<string>; added: Raw[] } {
  const changed = new Map<string, Raw>()
  const gone = new Set<string>()
  const known = new Set<string>()
  for (const { id, then, now } of records.of('groups')) {
    if (!now) {
      gone.add(id)
      continue
    }
    known.add(now.id)
    const raw = raws.get(id) ?? {}
    const given = Array.isArray(raw['children']) ? (raw['children'] as unknown[]) : []
    const before = new Set(membersThen(records.then, then.id))
    const members = membersNow(records.now, now.id, changes)
    const kept = given.filter((child) => !before.has(idOf(child)) || members.includes(idOf(child)))
    const children = [...kept, ...members.filter((each) => !kept.some((child) => idOf(child) === each))]
    const isSame = children.length === given.length && children.every((child, at) => child === given[at])
    const metadata = isObject(raw['metadata']) ? raw['metadata'] : {}
    const own = isObject(metadata['counterpoint']) ? metadata['counterpoint'] : {}
    const fields = {
      ...(now.title !== then.title && { name: now.title }),
      ...(!isSame && { children }),
      ...(now.colour !== then.colour && {
        metadata: { ...metadata, counterpoint: { ...own, colour: now.colour } },
      }),
    }
    if (Object.keys(fields).length > 0) changed.set(id, fields)
  }
  const fresh = [...records.now.groups.values()].filter(({ id }) => !known.has(id))
  const added = fresh.map(({ id, title, colour }) => ({
    id: raws.has(id) ? `${id}-new` : id,
    type: 'group',
    name: title,
    children: membersNow(records.now, id, changes),
    metadata: { counterpoint: { colour } },
  }))
  // A claim that went is in no group that stays as it is.
  for (const [id, raw] of raws) {
    if (raw['type'] !== 'group' || changed.has(id) || gone.has(id) || !Array.isArray(raw['children']))
      continue
    const children = (raw['children'] as unknown[]).filter((child) => !changes.removed.has(idOf(child)))
    if (children.length < raw['children'].length) changed.set(id, { children })
  }
  return { changed, gone, added }
}

const membersThen = ({ placements, claims }: Project, group: string): string[] =>
  [...placements.values()].flatMap((card) => {
    const [element] = claims.get(card.claim)?.foreign ?? []
    return card.group === group && element ? [element.id] : []
  })

const membersNow = ({ placements }: Project, group: string, { nodeOf }: GraphChanges): string[] =>
  [...placements.values()].flatMap((card) => (card.group === group ? (nodeOf(card.claim) ?? []) : []))
