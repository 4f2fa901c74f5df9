import type { Rect } from '#domain/canvas/card'
import { boundsOf, grown, overlap } from '#domain/canvas/rect'
import type { LaidOutCards } from '#domain/canvas/cards-after'
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

/** The indexes of the rectangles in a region. */
export const placesIn = (places: readonly Rect[], region: Rect): readonly number[] =>
  places.flatMap((place, at) => (overlap(place, region) ? at : []))

/** The relations that may be visible in a region. */
export function relationsIn(reaches: readonly Reach[], region: Rect): readonly Relation[] {
  const wide = grown(region, DETOUR)
  return reaches.flatMap(({ relation, bounds }) => (overlap(bounds, wide) ? relation : []))
}

/**
 * The cards in a region and all selected ones: a selection is moved as a whole, wherever its cards are.
 * @param near the indexes of the cards in the region
 */
export function cardsToRender(
  { cards, at }: Pick<LaidOutCards, 'cards' | 'at'>,
  near: readonly number[],
  selected: readonly string[],
): readonly SceneCard[] {
  const wanted = new Set([...near, ...selected.flatMap((claim) => at.get(claim) ?? [])])
  return [...wanted].sort((a, b) => a - b).map((index) => cards[index]!)
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
