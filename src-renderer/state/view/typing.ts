import { tick } from 'svelte'
import { isOnMap } from '#domain/commands/shared/position'
import { show } from '../navigate'
import type { Workspace } from '../workspace.svelte'

/** The selected claim, if it is the only one with a card on screen, and no other card has the keyboard. */
export function cardInHand(workspace: Workspace): string | undefined {
  const { session, view, panes } = workspace
  const [claim, another] = view.claims
  if (!session || !view.map || !claim || another || view.onMap.shows !== 'cards') return undefined
  if (!panes.get('map')?.hasFocus()) return undefined
  if (onOtherCard(workspace, claim)) return undefined
  return isOnMap(session.project, view.map, claim) ? claim : undefined
}

/** Whether another card than the claim's has the keyboard: then Enter selects that card, and Tab moves on. */
export function onOtherCard({ panes }: Workspace, claim: string | undefined): boolean {
  const card = panes.get('canvas')?.focusedCard()
  return card !== undefined && card !== claim
}

/** Begins a new claim on the map, and shows the map if it is hidden. */
export function typeNew(
  workspace: Workspace,
  at = workspace.view.pointed?.at ?? workspace.panes.get('canvas')?.centre(),
): void {
  const { view } = workspace
  show(workspace, 'map')
  // A canvas that is mounted drops the typing of another one.
  view.onMap.shows = 'cards'
  void tick().then(() => (view.typing = { at }))
}

/** Begins a new claim below the selected card. */
export function typeUnder(workspace: Workspace, as: 'support' | 'attack'): void {
  const under = cardInHand(workspace)
  if (under) workspace.view.typing = { under, as }
}

/** Edits a claim's wording in its details. */
export function editInDetails({ desk, panes }: Workspace, claim: string): void {
  desk.openInspector()
  panes.ask('claimDetails', (details) => details.editWording(), claim)
}

/** Edits the wording where the keyboard is: on the card, or in the claim's details. */
export function editWording(workspace: Workspace): void {
  const card = cardInHand(workspace)
  const [claim] = workspace.view.claims
  if (card) workspace.view.typing = { claim: card }
  else if (claim) editInDetails(workspace, claim)
}
