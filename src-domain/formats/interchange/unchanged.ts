import type { Project } from '../../document/project'
import type { Claim } from '../../records/claim'
import type { Origin } from '../../records/origin'
import type { Relation } from '../../records/relation'
import { foreignOf } from '../../document/origins'
import { Correspondences } from './correspondence'
import type { IncomingFile, IncomingMap } from './incoming'
import { originOfMap } from './origin-of-map'
import { saysTheSame } from './says-the-same'

/** A claim of a file whose wording was changed since. */
export interface Reworded {
  readonly then: string
  readonly now: string
}

/** How a format says again what came from it. */
export interface Rewriting {
  /** Such as `sadface`. */
  readonly format: string
  readonly read: (file: IncomingFile) => IncomingMap
  /**
   * The file with other wordings of the claims with these ids; undefined if it has no place for one. Absent if the
   * format is only written again as a whole.
   */
  readonly reword?: (content: string, claims: ReadonlyMap<string, Reworded>) => string | undefined
  /** The file with what is new; undefined if it has no place for it. */
  readonly extend?: (content: string, alone: Project, records: Correspondences) => string | undefined
}

/**
 * The file from which a map came, if its format is this one and nothing but wordings was changed since: the same text,
 * with only those wordings replaced and what is new. Undefined otherwise.
 * @param alone a project with the map alone (`mapAlone`)
 */
export function fileAgain(
  alone: Project,
  map: string,
  { format, read, reword, extend }: Rewriting,
): string | undefined {
  const origin = originOfMap(alone, map, format)
  if (!origin) return undefined
  const records = new Correspondences(alone, origin, read)
  const changed = rewordedClaims(alone, records)
  if (!changed) return undefined
  const content = changed.size === 0 ? origin.content : reword?.(origin.content, changed)
  if (content === undefined || !hasWordings(read, origin, content, changed)) return undefined
  const isNew = (['claims', 'relations'] as const).some((table) => records.added(table).length > 0)
  return isNew ? extend?.(content, alone, records) : content
}

/** Whether reading a file gives the new wordings. */
function hasWordings(
  read: Rewriting['read'],
  { fileName, added }: Origin,
  text: string,
  changed: ReadonlyMap<string, Reworded>,
): boolean {
  const { claims } = read({ fileName, text, hash: 'again', now: added })
  const found = new Map(claims.map((claim) => [claim.id, claim.text]))
  // A format may have no line breaks within a wording.
  const squeezed = (words = '') => words.replace(/\s+/g, ' ').trim()
  return [...changed].every(([id, { now }]) => squeezed(found.get(id)) === squeezed(now))
}

/** The claims of the file whose wording alone was changed; undefined if anything else of it was. */
function rewordedClaims(alone: Project, records: Correspondences): ReadonlyMap<string, Reworded> | undefined {
  const reworded = new Map<string, Reworded>()
  const claims = records.of('claims').every(({ id, then: before, now }) => {
    if (now && now.text !== before.text) reworded.set(id, { then: before.text, now: now.text })
    return now && saysTheSame(records, { ...before, text: now.text }, now)
  })
  const relations = records
    .of('relations')
    .every(({ then: before, now }) => now && sameRelation(records.then, before, alone, now, records))
  return claims && relations ? reworded : undefined
}

function sameRelation(
  then: Project,
  before: Relation,
  here: Project,
  now: Relation,
  records: Correspondences,
): boolean {
  const details = ({ kind, scheme, note, warrant, strength, answers, targetType }: Relation) =>
    JSON.stringify([kind, scheme, note, warrant, strength, answers, targetType])
  const was = (record: Claim | Relation | undefined) => (record && foreignOf(record)[0]?.id) ?? ''
  const is = (record: Claim | Relation | undefined) => (record ? records.elementsOf(record) : [])
  const sameEnds =
    before.premises.length === now.premises.length &&
    before.premises.every((id, at) =>
      is(here.claims.get(now.premises[at]!)).includes(was(then.claims.get(id))),
    )
  const [target, aim] =
    before.targetType === 'claim'
      ? [was(then.claims.get(before.target)), is(here.claims.get(now.target))]
      : [was(then.relations.get(before.target)), is(here.relations.get(now.target))]
  return details(before) === details(now) && sameEnds && aim.includes(target)
}
