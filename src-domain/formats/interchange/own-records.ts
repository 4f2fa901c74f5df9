import type { Project } from '../../document/project'
import type { Claim } from '../../records/claim'
import type { Placement } from '../../records/placement'
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

/** The fields that differ from others. */
export const differing = (now: OwnRecord, before: OwnRecord): OwnRecord =>
  Object.fromEntries(
    Object.entries(now).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key])),
  )

/** An object with the key `counterpoint` for these fields; nothing if there are none. */
export const withOwn = (fields: OwnRecord): { counterpoint?: OwnRecord } =>
  Object.keys(fields).length > 0 ? { counterpoint: fields } : {}

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
