import type { Workspace } from '../workspace.svelte'
import type { Dragged } from './dragged'

/**
 * Attributes for an element that can be dragged onto the map. A page cannot read the data of a drag before the drop,
 * so the workspace stores it.
 */
export const drags = (workspace: Workspace, what: Dragged, words: string) => ({
  draggable: true,
  ondragstart: (event: DragEvent) => startDrag(workspace, event, what, words),
  ondragend: () => endDrag(workspace),
})

export function startDrag({ view }: Workspace, event: DragEvent, what: Dragged, words: string): void {
  if (!event.dataTransfer) return
  event.dataTransfer.setData('text/plain', words)
  event.dataTransfer.effectAllowed = 'copyMove'
  view.dragging = what
}

export function endDrag({ view }: Workspace): void {
  view.dragging = undefined
}
