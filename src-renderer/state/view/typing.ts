import { tick } from 'svelte'
import { standsOn } from '#domain/commands/shared/position'
import type { Point } from '#domain/canvas/card'
import type { RelationKind } from '#domain/records/relation'
import type { Desk } from '../workspace.svelte'
import { isIn } from './panes'

/** What is being typed on the map: a claim's wording, or a claim that is not in the project until it is finished. */
export type Typing =
  | { readonly claim: string }
  | { readonly at: Point | undefined }
  | { readonly under: string; readonly as: Exclude<RelationKind, 'contradict'> }

/** The one selected claim, when it stands on the open map and the keyboard is there, on no other card. */
export function cardInHand({ session, view }: Desk): string | undefined {
  const [claim, another] = view.claims
  if (!session || !view.map || !claim || another || !isIn('Map') || onOtherCard(claim)) return undefined
  return standsOn(session.project, view.map, claim) ? claim : undefined
}

/** Whether the keyboard is on a card that is not the claim's: Enter selects that one first, and Tab moves on. */
export function onOtherCard(claim: string | undefined): boolean {
  const card = document.activeElement
    ?.closest('.svelte-flow__node')
    ?.querySelector<HTMLElement>('[data-claim]')
  return card !== null && card !== undefined && card.dataset['claim'] !== claim
}

/** Begins a new claim on the map, which is shown first where it is not. */
export function typeNew(desk: Desk, at = desk.view.mapCentre): void {
  if (desk.settings.layout === 'read') desk.set({ layout: 'both' })
  // The canvas lets go of what was typed on another.
  if (desk.view.onMap.shows === 'outline') desk.view.onMap.shows = 'cards'
  void tick().then(() => (desk.view.typing = { at }))
}

/** Begins a new claim under the card in hand. */
export function typeUnder(desk: Desk, as: 'support' | 'attack'): void {
  const under = cardInHand(desk)
  if (under) desk.view.typing = { under, as }
}

/** The wording is edited where the keyboard is: on the card, or in the claim's details. */
export function editWording(desk: Desk): void {
  const card = cardInHand(desk)
  if (card) desk.view.typing = { claim: card }
  else desk.view.rewording = desk.view.claims[0]
}
