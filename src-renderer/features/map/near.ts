import type { Rect } from '#domain/graph/card'
import type { SceneCard } from '#domain/graph/scene'
import type { Relation } from '#domain/records/relation'

/** Lines may lead so far round the cards that they are drawn between. Map pixels. */
const DETOUR = 400

/** What of a large map is looked through on every step. */
export interface Near {
  readonly cards: readonly SceneCard[]
  readonly relations: readonly Relation[]
}

/** The cards of a map that stand in a region, and the relations that may be seen there. */
export function nearby(
  cards: readonly SceneCard[],
  relations: ReadonlyMap<string, Relation>,
  region: Rect,
): Near {
  const rects = new Map(cards.map(({ claim, rect }) => [claim.id, rect]))
  const wide = grown(region, DETOUR)
  const seen = (relation: Relation) => {
    const bounds = boundsOf(endsOf(relation, relations).flatMap((claim) => rects.get(claim) ?? []))
    return bounds !== undefined && meet(bounds, wide)
  }
  return {
    cards: cards.filter(({ rect }) => meet(rect, region)),
    relations: [...relations.values()].filter(seen),
  }
}

/** Those of the cards that stand in a region or are selected: a selection is moved whole, wherever its cards stand. */
export function handed(
  cards: readonly SceneCard[],
  near: Near,
  selected: readonly string[],
): readonly SceneCard[] {
  if (selected.length === 0) return near.cards
  const wanted = new Set(near.cards)
  const chosen = new Set(selected)
  return cards.filter((card) => wanted.has(card) || chosen.has(card.claim.id))
}

/** All claims that a relation leads from and to, by way of the relations that it is about. */
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

/** What encloses them all; undefined where there are none. */
export function boundsOf(rects: readonly Rect[]): Rect | undefined {
  if (rects.length === 0) return undefined
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { x, y, width, height } of rects) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}

/** A rectangle with so much around it on every side. */
export const grown = ({ x, y, width, height }: Rect, by: number, byDown = by): Rect => ({
  x: x - by,
  y: y - byDown,
  width: width + 2 * by,
  height: height + 2 * byDown,
})

/** Whether two rectangles have something in common. */
export const meet = (one: Rect, other: Rect): boolean =>
  one.x <= other.x + other.width &&
  other.x <= one.x + one.width &&
  one.y <= other.y + other.height &&
  other.y <= one.y + one.height

/** Whether a rectangle lies in another one. */
export const lies = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height
