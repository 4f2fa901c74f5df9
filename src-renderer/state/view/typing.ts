import { tick } from 'svelte'
import { isOnMap } from '#domain/commands/shared/position'
import type { Point } from '#domain/canvas/card'
import type { RelationKind } from '#domain/records/relation'
import type { Workspace } from '../workspace.svelte'
import { isIn } from './panes'

/** What is being typed on the map: a claim's wording, or a claim that is not in the project until it is finished. */
export type Typing =
  | { readonly claim: string }
  | { readonly at: Point | undefined }
  | { readonly under: string; readonly as: Exclude<RelationKind, 'contradict'> }

/** The one selected claim, when it stands on the open map and the keyboard is there, on no other card. */
export function cardInHand({ session, view }: Workspace): string | undefined {
  const [claim, another] = view.claims
  if (!session || !view.map || !claim || another || !isIn('Map') || onOtherCard(claim)) return undefined
  return isOnMap(session.project, view.map, claim) ? claim : undefined
}

/** Whether the keyboard is on a card that is not the claim's: Enter selects that one first, and Tab moves on. */
export function onOtherCard(claim: string | undefined): boolean {
  const card = document.activeElement
    ?.closest('.svelte-flow__node')
    ?.querySelector<HTMLElement>('[data-claim]')
  return card !== null && card !== undefined && card.dataset['claim'] !== claim
}

/** Begins a new claim on the map, which is shown first where it is not. */
export function typeNew(workspace: Workspace, at = workspace.view.mapCentre): void {
  if (workspace.settings.layout === 'read') workspace.set({ layout: 'both' })
  // The canvas lets go of what was typed on another.
  if (workspace.view.onMap.shows === 'outline') workspace.view.onMap.shows = 'cards'
  void tick().then(() => (workspace.view.typing = { at }))
}

/** Begins a new claim under the card in hand. */
export function typeUnder(workspace: Workspace, as: 'support' | 'attack'): void {
  const under = cardInHand(workspace)
  if (under) workspace.view.typing = { under, as }
}

/** The wording is edited where the keyboard is: on the card, or in the claim's details. */
export function editWording(workspace: Workspace): void {
  const card = cardInHand(workspace)
  if (card) workspace.view.typing = { claim: card }
  else workspace.view.rewording = workspace.view.claims[0]
}
