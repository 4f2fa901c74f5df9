import { tick } from 'svelte'
import { isOnMap } from '#domain/commands/shared/position'
import { show } from '../navigate'
import type { Workspace } from '../workspace.svelte'

/** The one selected claim, when it stands on the open map and the keyboard is there, on no other card. */
export function cardInHand(workspace: Workspace): string | undefined {
  const { session, view, panes } = workspace
  const [claim, another] = view.claims
  if (!session || !view.map || !claim || another || !panes.get('map')?.hasFocus()) return undefined
  if (onOtherCard(workspace, claim)) return undefined
  return isOnMap(session.project, view.map, claim) ? claim : undefined
}

/** Whether the keyboard is on a card that is not the claim's: Enter selects that one first, and Tab moves on. */
export function onOtherCard({ panes }: Workspace, claim: string | undefined): boolean {
  const card = panes.get('canvas')?.focusedCard()
  return card !== undefined && card !== claim
}

/** Begins a new claim on the map, which is shown first where it is not. */
export function typeNew(workspace: Workspace, at = workspace.panes.get('canvas')?.centre()): void {
  const { view } = workspace
  show(workspace, 'map')
  // A canvas that is mounted drops what was typed on another.
  view.onMap.shows = 'cards'
  void tick().then(() => (view.typing = { at }))
}

/** Begins a new claim under the card in hand. */
export function typeUnder(workspace: Workspace, as: 'support' | 'attack'): void {
  const under = cardInHand(workspace)
  if (under) workspace.view.typing = { under, as }
}

/** The wording is edited where the keyboard is: on the card, or in the claim's details. */
export function editWording(workspace: Workspace): void {
  const card = cardInHand(workspace)
  const [claim] = workspace.view.claims
  if (card) workspace.view.typing = { claim: card }
  else if (claim) workspace.panes.ask('claimDetails', (details) => details.editWording(), claim)
}
