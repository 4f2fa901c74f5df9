import type { Point } from '#domain/canvas/card'
import { overlap } from '#domain/canvas/rect'
import type { SceneGroup } from '#domain/canvas/scene'
import { isOnMap } from '#domain/commands/shared/position'
import { navigate } from '../../../state/navigate'
import { isInField, openMenu } from '../../../state/open-menu'
import type { Workspace } from '../../../state/workspace.svelte'
import { claimOf } from './drop'
import { focusClicked } from './flow-nodes'

interface OnMap {
  readonly groups: readonly SceneGroup[]
  /** Selects the cards of a group. */
  readonly chooseGroup: (group: string) => void
  /** Converts window pixels to map pixels. */
  readonly toMap: (point: Point) => Point
}

/** Opens the context menu of the card, relation, group or canvas at an event, and selects it first. */
export function openMapMenu(workspace: Workspace, event: MouseEvent, on: OnMap): void {
  const { target } = event
  const { view } = workspace
  if (!(target instanceof Element) || isInField(event)) return
  const at = on.toMap({ x: event.clientX, y: event.clientY })
  const claim = claimOf(target)
  const relation = target.closest<SVGElement>('[data-relation]')?.dataset['relation']
  const group = target.closest<HTMLElement>('[data-group]')?.dataset['group'] ?? groupAt(on.groups, at)
  if (claim) {
    if (!view.claims.includes(claim)) navigate(workspace, { type: 'claim', id: claim })
    focusClicked(event)
    openMenu(workspace, event, { on: 'card' })
  } else if (relation) {
    navigate(workspace, { type: 'relation', id: relation })
    openMenu(workspace, event, { on: 'relation' })
  } else if (group) {
    on.chooseGroup(group)
    openMenu(workspace, event, { on: 'group' })
  } else {
    view.clear()
    openMenu(workspace, event, { on: 'map', at })
  }
}

/** Opens the context menu of what is selected on the map, for the menu key while nothing has the keyboard. */
export function openSelectedMenu(workspace: Workspace, event: MouseEvent, map: string): void {
  const { session, view } = workspace
  if (event.target !== document.body || !session) return
  const onMap = view.claims.some((claim) => isOnMap(session.project, map, claim))
  openMenu(workspace, event, { on: onMap ? 'card' : view.relation ? 'relation' : 'map' })
}

/** The smallest group whose frame is at a point of the map. */
function groupAt(groups: readonly SceneGroup[], { x, y }: Point): string | undefined {
  const there = groups.filter(({ rect }) => overlap(rect, { x, y, width: 1, height: 1 }))
  there.sort((a, b) => a.rect.width * a.rect.height - b.rect.width * b.rect.height)
  return there[0]?.group.id
}
