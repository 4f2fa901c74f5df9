import { hiddenOn, openersOf, relationsAsDrawn } from '#domain/argument/collapse'
import { mapGraph, type MapGraph, type Mapped } from '#domain/argument/map-graph'
import { neighbourhood } from '#domain/argument/neighbourhood'
import type { Relation } from '#domain/records/relation'
import type { Focus } from '../../../state/view/map-view.svelte'

/** The visible cards of a map. */
export interface VisibleCards {
  has(claim: string): boolean
  /** The relations as they are drawn: those of hidden cards end at the cards that hide them. */
  readonly relations: ReadonlyMap<string, Relation>
  /** How many cards the focus leaves out. */
  readonly left: number
}

/** The cards that are visible with collapsed cards, and with a focus on some cards if there is one. */
export function visibleCards(project: Mapped, map: string, focus: Focus | undefined): VisibleCards {
  const graph = mapGraph(project, map)
  const hidden = hiddenOn(graph)
  const near = focus && neighbourhood(graph, focus.claims, focus.steps)
  const shows = (claim: string) => !hidden.by.has(claim) && (near?.has(claim) ?? true)
  if (hidden.by.size === 0 && !near) return { has: shows, relations: project.relations, left: 0 }
  const relations = [...relationsAsDrawn(graph, hidden)].map(
    ([id, relation]) => [id, near ? among(relation, near) : relation] as const,
  )
  const left = near ? [...graph.placements.keys()].filter((claim) => !near.has(claim)).length : 0
  return { has: shows, relations: new Map(relations), left }
}

/** A relation without the premises outside the focus, which its line should not mention. */
const among = (relation: Relation, near: ReadonlySet<string>): Relation => {
  const premises = relation.premises.filter((claim) => near.has(claim))
  return premises.length === 0 ? relation : { ...relation, premises }
}

/**
 * How to make a claim visible: the collapsed cards to expand, and the card to show then. In a read-only project
 * nothing is expanded, and the card that hides the claim is shown.
 */
export function howToReveal(
  graph: MapGraph,
  sight: Pick<VisibleCards, 'has'>,
  claim: string,
  readOnly: boolean,
): { readonly open: readonly string[]; readonly shown: string } {
  const open = sight.has(claim) ? [] : openersOf(graph, claim)
  if (!readOnly || open.length === 0) return { open, shown: claim }
  return { open: [], shown: open.find((each) => sight.has(each)) ?? claim }
}
