import type { Rect } from '#domain/canvas/card'
import { boundsOf, grown, overlap } from '#domain/canvas/rect'
import type { SceneCard } from '#domain/canvas/scene'
import type { Relation } from '#domain/records/relation'

/** How far lines may lead around cards. Map pixels. */
const DETOUR = 400

/** A relation, and the box around the cards at its ends. */
interface Reach {
  readonly relation: Relation
  readonly bounds: Rect
}

/**
 * How far the relations of a map reach: computed once for cards that stay where they are, not at each move of the map.
 * Relations without a card at any end are left out.
 */
export const reachesOf = (
  relations: ReadonlyMap<string, Relation>,
  rects: ReadonlyMap<string, Rect>,
): readonly Reach[] =>
  [...relations.values()].flatMap((relation) => {
    const bounds = boundsOf(endsOf(relation, relations).flatMap((claim) => rects.get(claim) ?? []))
    return bounds ? { relation, bounds } : []
  })

/** The cards in a region. */
export const cardsIn = (cards: readonly SceneCard[], region: Rect): readonly SceneCard[] =>
  cards.filter(({ rect }) => overlap(rect, region))

/** The relations that may be visible in a region. */
export function relationsIn(reaches: readonly Reach[], region: Rect): readonly Relation[] {
  const wide = grown(region, DETOUR)
  return reaches.flatMap(({ relation, bounds }) => (overlap(bounds, wide) ? relation : []))
}

/** The cards in a region and all selected ones: a selection is moved as a whole, wherever its cards are. */
export function nodesToRender(
  cards: readonly SceneCard[],
  near: readonly SceneCard[],
  selected: readonly string[],
): readonly SceneCard[] {
  if (selected.length === 0) return near
  const wanted = new Set(near)
  const chosen = new Set(selected)
  return cards.filter((card) => wanted.has(card) || chosen.has(card.claim.id))
}

/** All claims at the ends of a relation, including those of the relations at its ends. */
function endsOf(relation: Relation, relations: ReadonlyMap<string, Relation>): string[] {
  const ends = [...relation.premises]
  const passed = new Set<Relation>()
  let at: Relation | undefined = relation
  for (; at?.targetType === 'relation' && !passed.has(at); at = relations.get(at.target)) {
    passed.add(at)
    ends.push(...at.premises)
  }
  return at?.targetType === 'claim' ? [...ends, ...at.premises, at.target] : ends
}
