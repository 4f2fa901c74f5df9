import type { Desk } from '../workspace.svelte'

/** What is dragged towards the map: a claim that is there, or words of an article that may become one. */
export type Dragged =
  { readonly claim: string } | { readonly source: string; readonly start: number; readonly end: number }

/** Attributes for something that can be dragged onto the map. The page cannot read a drag's data before the drop, so the desk knows it. */
export const drags = (desk: Desk, what: Dragged, words: string) => ({
  draggable: true,
  ondragstart: (event: DragEvent) => startDrag(desk, event, what, words),
  ondragend: () => endDrag(desk),
})

export function startDrag({ view }: Desk, event: DragEvent, what: Dragged, words: string): void {
  if (!event.dataTransfer) return
  event.dataTransfer.setData('text/plain', words)
  event.dataTransfer.effectAllowed = 'copyMove'
  view.dragging = what
}

export function endDrag({ view }: Desk): void {
  view.dragging = undefined
}
