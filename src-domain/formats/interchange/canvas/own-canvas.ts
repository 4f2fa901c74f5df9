import type { Project } from '../../../document/project'
import { FIRST_CATEGORIES } from '../../../records/category'
import type { Claim } from '../../../records/claim'
import type { Placement } from '../../../records/placement'
import type { Relation } from '../../../records/relation'
import { isObject } from '../../../records/record'
import { SHADES } from '../../../vocabulary/palette'
import { markdownText } from '../../export/report/markdown-text'
import { textIn } from '../json-fields'
import {
  differing,
  ownOfClaim,
  ownOfMap,
  ownOfRelation,
  PLAIN_CLAIM,
  PLAIN_RELATION,
  withOwn,
  type OwnRecord,
} from '../own-records'
import { plainWords } from '../plain-words'

type Raw = Readonly<Record<string, unknown>>

/** The Markdown of a claim's category, above its wording. */
export const cardHead = (category: string, unstated: boolean): string =>
  `**${markdownText(`${category.replace(/\s+/g, ' ')}${unstated ? ', unstated' : ''}`)}**\n\n`

/** A wording that its Markdown does not give back, such as one of invisible characters alone; empty for any other. */
const exactly = (text: string): string => (plainWords(markdownText(text)) === text ? '' : text)

const NO_CARD: OwnRecord = { ...PLAIN_CLAIM, category: '', text: '' }
const NO_ARROW: OwnRecord = { ...PLAIN_RELATION, scheme: '' }

/** What a card of a canvas does not say of a claim: all but words, first categories, colours and groups. */
export function ownOfCard(project: Project, claim: Claim, card: Placement | undefined): OwnRecord {
  const {
    category,
    colour: _colour,
    group: _group,
    unstated: _unstated,
    ...own
  } = ownOfClaim(project, claim, card)
  const isFirst = FIRST_CATEGORIES.some(({ name }) => name === category)
  return { ...own, category: isFirst ? '' : category, text: exactly(claim.text) }
}

/** What an arrow of a canvas does not say of a relation: all but its kind and strength. */
export function ownOfArrow(relation: Relation): OwnRecord {
  const { strength: _strength, ...own } = ownOfRelation(relation)
  return { ...own, scheme: relation.scheme }
}

/** Our key of a new card; nothing if there is nothing to say. */
export const cardKey = (
  project: Project,
  claim: Claim,
  card: Placement | undefined,
): { counterpoint?: OwnRecord } => withOwn(differing(ownOfCard(project, claim, card), NO_CARD))

/** Our key of a new arrow; nothing if there is nothing to say. */
export const arrowKey = (relation: Relation): { counterpoint?: OwnRecord } =>
  withOwn(differing(ownOfArrow(relation), NO_ARROW))

/** Our key of an element whose record was changed; nothing if the key stays. */
export function keyAgain(raw: Raw, then: OwnRecord, now: OwnRecord): { counterpoint?: OwnRecord } {
  const changed = differing(now, then)
  const before = isObject(raw['counterpoint']) ? raw['counterpoint'] : {}
  return Object.keys(changed).length > 0 ? { counterpoint: { ...before, ...changed } } : {}
}

/** Says in a key that the colour which is written is that of the category, and that the card has none of its own. */
export const withoutColour = ({ counterpoint }: { counterpoint?: OwnRecord }) => ({
  counterpoint: { ...counterpoint, colour: '' },
})

/** The key of a card that got a colour, or lost it: what is written is no colour of its category any more. */
export function withColour(
  { counterpoint }: Raw,
  again: { counterpoint?: OwnRecord },
): { counterpoint?: OwnRecord } {
  if (!isObject(counterpoint) || !('colour' in counterpoint)) return again
  const { colour: _colour, ...key } = again.counterpoint ?? counterpoint
  return { counterpoint: key }
}

/** Whether a card has the colour of its category, as it was written, and none of its own. */
export function hasNoColour({ color, counterpoint }: Raw): boolean {
  const isOurs = isObject(counterpoint) && counterpoint['colour'] === ''
  return (
    isOurs && Object.values(SHADES).some((shades) => Object.values(shades).some(({ mark }) => mark === color))
  )
}

/** The wording in our key, if the Markdown of the card still says it; undefined without one. */
export function exactWording({ counterpoint }: Raw, markdown: string): string | undefined {
  const text = isObject(counterpoint) ? textIn(counterpoint['text']) : ''
  return text !== '' && markdownText(text) === markdown ? text : undefined
}

/** Our key of a canvas: the map's name, caveat and presentation, by the nodes of its claims. */
export function ownOfCanvas(
  alone: Project,
  map: string,
  nodeOf: (claim: string) => string | undefined,
): OwnRecord {
  const { groups: _groups, ...own } = ownOfMap(alone, map, nodeOf)
  return own
}
