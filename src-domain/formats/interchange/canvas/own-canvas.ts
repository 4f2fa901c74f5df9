import type { Project } from '../../../document/project'
import { FIRST_CATEGORIES } from '../../../records/category'
import type { Claim } from '../../../records/claim'
import type { Placement } from '../../../records/placement'
import { isObject } from '../../../records/record'
import { SHADES } from '../../../vocabulary/palette'
import { markdownText } from '../../export/report/markdown-text'
import { differing, ownOfClaim, ownOfMap, PLAIN_CLAIM, withOwn, type OwnRecord } from '../own-records'
import { exactly } from '../own-wording'

type Raw = Readonly<Record<string, unknown>>

/** The Markdown of a claim's category, above its wording. */
export const cardHead = (category: string, unstated: boolean): string =>
  `**${markdownText(`${category.replace(/\s+/g, ' ')}${unstated ? ', unstated' : ''}`)}**\n\n`

const NO_CARD: OwnRecord = { ...PLAIN_CLAIM, category: '', text: '' }

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

/** Our key of a new card; nothing if there is nothing to say. */
export const cardKey = (
  project: Project,
  claim: Claim,
  card: Placement | undefined,
): { counterpoint?: OwnRecord } => withOwn(differing(ownOfCard(project, claim, card), NO_CARD))

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

/** Our key of a canvas: the map's name, caveat and presentation, by the nodes of its claims. */
export function ownOfCanvas(
  alone: Project,
  map: string,
  nodeOf: (claim: string) => string | undefined,
): OwnRecord {
  const { groups: _groups, ...own } = ownOfMap(alone, map, nodeOf)
  return own
}
