import type { Project } from '../../document/project'
import type { Claim } from '../../records/claim'
import type { Origin } from '../../records/origin'
import type { Relation } from '../../records/relation'
import { foreignOf } from '../../document/origins'
import { Correspondences } from './correspondence'
import type { IncomingFile, IncomingMap } from './incoming'
import { originOfMap } from './origin-of-map'

/**
 * The text of the file from which a map came, if its format is this one and nothing that the format says was changed
 * since; undefined otherwise.
 * @param alone a project with the map alone (`mapAlone`)
 * @param hasPlaces whether the format says where cards are
 */
export function unchangedFile(
  alone: Project,
  map: string,
  format: string,
  read: (file: IncomingFile) => IncomingMap,
  hasPlaces = false,
): string | undefined {
  const origin = originOfMap(alone, map, format)
  return origin && isUnchanged(alone, origin, read, hasPlaces) ? origin.content : undefined
}

function isUnchanged(
  alone: Project,
  origin: Origin,
  read: (file: IncomingFile) => IncomingMap,
  hasPlaces: boolean,
): boolean {
  const records = new Correspondences(alone, origin, read)
  const { then } = records
  const claims = records
    .of('claims')
    .every(({ then: before, now }) => now && sameClaim(then, before, alone, now))
  const relations = records
    .of('relations')
    .every(({ then: before, now }) => now && sameRelation(then, before, alone, now, records))
  const cards = records
    .of('placements')
    .every(({ then: before, now }) => now && (!hasPlaces || (before.x === now.x && before.y === now.y)))
  const isNew = (['claims', 'relations', 'placements'] as const).some(
    (table) => records.added(table).length > 0,
  )
  return claims && relations && cards && !isNew
}

const sameClaim = (then: Project, before: Claim, here: Project, now: Claim): boolean =>
  before.text === now.text &&
  before.note === now.note &&
  before.unstated === now.unstated &&
  before.tags.join('\n') === now.tags.join('\n') &&
  then.categories.get(before.category)?.name === here.categories.get(now.category)?.name

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
