import type { Project } from '../../document/project'
import type { Claim } from '../../records/claim'
import type { Placement } from '../../records/placement'
import { isObject } from '../../records/record'
import type { Relation } from '../../records/relation'

/** Fields of ours for the key `counterpoint`, by the names in `own-fields.ts`. */
export type OwnRecord = Readonly<Record<string, unknown>>

/** What a claim without anything of ours has: fields that are equal to these are left out. */
export const PLAIN_CLAIM: OwnRecord = {
  category: 'Judgement',
  note: '',
  tags: [],
  unstated: false,
  colour: '',
  collapsed: false,
  pinned: false,
  group: '',
}

export const PLAIN_RELATION: OwnRecord = { note: '', warrant: '', strength: '', answers: [] }

/** The fields of a claim and its card that AIF has no place for. */
export const ownOfClaim = (project: Project, claim: Claim, card: Placement | undefined): OwnRecord => ({
  category: project.categories.get(claim.category)?.name ?? '',
  note: claim.note,
  tags: claim.tags,
  unstated: claim.unstated,
  colour: card?.colour ?? '',
  collapsed: card?.collapsed ?? false,
  pinned: card?.pinned ?? false,
  group: card?.group ?? '',
})

/** The fields of a relation that AIF has no place for. */
export const ownOfRelation = ({ note, warrant, strength, answers }: Relation): OwnRecord => ({
  note,
  warrant,
  strength,
  answers: answers.map(({ question, answer }) => ({ question, answer })),
})

/** What an arrow with a label does not say of a relation: all but its kind and strength. */
export function ownOfArrow(relation: Relation): OwnRecord {
  const { strength: _strength, ...own } = ownOfRelation(relation)
  return { ...own, scheme: relation.scheme }
}

/** Our key of a new arrow; nothing if there is nothing to say. */
export const arrowKey = (relation: Relation): { counterpoint?: OwnRecord } =>
  withOwn(differing(ownOfArrow(relation), { ...PLAIN_RELATION, scheme: '' }))

/** The fields that differ from others. */
export const differing = (now: OwnRecord, before: OwnRecord): OwnRecord =>
  Object.fromEntries(
    Object.entries(now).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key])),
  )

/** An object with the key `counterpoint` for these fields; nothing if there are none. */
export const withOwn = (fields: OwnRecord): { counterpoint?: OwnRecord } =>
  Object.keys(fields).length > 0 ? { counterpoint: fields } : {}

/** Our key of an element whose record was changed; nothing if the key stays. */
export function keyAgain(
  element: Readonly<Record<string, unknown>>,
  then: OwnRecord,
  now: OwnRecord,
): { counterpoint?: OwnRecord } {
  const changed = differing(now, then)
  const before = isObject(element['counterpoint']) ? element['counterpoint'] : {}
  return withOwn(Object.keys(changed).length > 0 ? { ...before, ...changed } : {})
}

/** The fields of the map for the key `counterpoint` of the file. */
export function ownOfMap(
  alone: Project,
  map: string,
  nodeOf: (claim: string) => string | undefined,
): OwnRecord {
  const { name = '', caveat = '', steps = [] } = alone.maps.get(map) ?? {}
  const groups = [...alone.groups.values()].map(({ id, title, colour }) => ({ id, title, colour }))
  return {
    name,
    ...(caveat !== '' && { caveat }),
    ...(steps.length > 0 && { steps: steps.flatMap((claim) => nodeOf(claim) ?? []) }),
    ...(groups.length > 0 && { groups }),
  }
}
