import { keptList } from '../collections/kept'
import type { Project } from '../document/project'
import { differingIds } from '../document/table-after'
import { excerptsBySource } from '../queries/excerpt-index'
import type { SourceGroups } from '../reuse/independence'
import type { Rect } from './card'
import { cardLayout, sceneCards, type SceneCard, type Shown } from './scene'
import type { Measure } from './wrap-text'

/** What the cards of a map are laid out from. */
interface LaidOutFrom {
  readonly project: Project
  readonly map: string
  readonly measure: Measure
  readonly shown: Shown
  readonly groups: SourceGroups
}

/** The cards of a map, with what they were laid out from. */
export interface LaidOutCards extends LaidOutFrom {
  readonly cards: readonly SceneCard[]
  /** The index of each card, by its claim. */
  readonly at: ReadonlyMap<string, number>
  /** Their rectangles, by claim, in the order of the cards. */
  readonly rects: ReadonlyMap<string, Rect>
}

/**
 * Lays out the cards of a map after a change. If only claims or sources have changed, the cards that these do not concern
 * are not looked at. Lists and rectangles stay the same objects if nothing in them changes.
 */
export function cardsAfter(before: LaidOutCards | undefined, from: LaidOutFrom): LaidOutCards {
  const concerned = before && claimsConcerned(before, from)
  return concerned ? laidOutAgain(before, concerned, from) : laidOut(before, from)
}

function laidOut(before: LaidOutCards | undefined, from: LaidOutFrom): LaidOutCards {
  const { project, map, measure, shown, groups } = from
  const cards = keptList(before?.cards ?? [], sceneCards(project, map, measure, shown, groups))
  if (before?.cards === cards) return { ...from, cards, at: before.at, rects: before.rects }
  const isInPlace = ({ claim, rect }: SceneCard, at: number) =>
    rect === before?.cards[at]?.rect && claim.id === before.cards[at]?.claim.id
  if (before?.cards.length === cards.length && cards.every(isInPlace))
    return { ...from, cards, at: before.at, rects: before.rects }
  const at = new Map(cards.map(({ claim }, i) => [claim.id, i]))
  return { ...from, cards, at, rects: new Map(cards.map(({ claim, rect }) => [claim.id, rect])) }
}

/** The claims whose cards a change concerns; undefined if it may concern all. */
function claimsConcerned(before: LaidOutFrom, now: LaidOutFrom): ReadonlySet<string> | undefined {
  const kept = (['map', 'measure', 'shown', 'groups'] as const).every((each) => before[each] === now[each])
  const tables = ['placements', 'relations', 'excerpts', 'categories'] as const
  const [was, is] = [before.project, now.project]
  if (!kept || tables.some((table) => was[table] !== is[table])) return undefined
  const passages = excerptsBySource(is)
  const inSources = differingIds(was.sources, is.sources).flatMap((source) => passages.get(source) ?? [])
  return new Set([...differingIds(was.claims, is.claims), ...inSources.map(({ claim }) => claim)])
}

function laidOutAgain(before: LaidOutCards, concerned: ReadonlySet<string>, from: LaidOutFrom): LaidOutCards {
  const { project, map, measure, shown, groups } = from
  const layOut = cardLayout(project, map, measure, shown, groups)
  const { at } = before
  const changes = [...concerned].flatMap((claim): SceneCard | [] => {
    const card = before.cards[at.get(claim) ?? -1]
    const now = card && layOut(card.placement)
    return now && now !== card ? now : []
  })
  if (changes.length === 0) return { ...from, cards: before.cards, at, rects: before.rects }
  const cards = [...before.cards]
  for (const card of changes) cards[at.get(card.claim.id)!] = card
  const moved = changes.filter(({ claim, rect }) => before.rects.get(claim.id) !== rect)
  const rects =
    moved.length === 0
      ? before.rects
      : new Map([...before.rects, ...moved.map(({ claim, rect }) => [claim.id, rect] as const)])
  return { ...from, cards, at, rects }
}
