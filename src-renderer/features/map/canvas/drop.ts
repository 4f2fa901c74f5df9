import type { Point } from '#domain/canvas/card'
import type { Workspace } from '../../../state/workspace.svelte'
import type { Dragged } from '../../../state/view/dragged'

/** The card or relation below a point of the window. */
export interface DropTarget {
  readonly targetType: 'claim' | 'relation'
  readonly target: string
}

/** The claim of the card that contains an element. */
export const claimOf = (element: Element | null | undefined): string | undefined =>
  element?.closest('.svelte-flow__node')?.querySelector<HTMLElement>('[data-claim]')?.dataset['claim']

/** The card or relation at a point of the window; undefined over empty canvas. */
export function targetAt(x: number, y: number): DropTarget | undefined {
  const under = document.elementFromPoint(x, y)
  const relation = under?.closest<SVGElement>('[data-relation]')?.dataset['relation']
  if (relation) return { targetType: 'relation', target: relation }
  const claim = claimOf(under)
  return claim ? { targetType: 'claim', target: claim } : undefined
}

/** Handles a drop on empty canvas: a claim is placed there; text of an article becomes a claim. */
export function dropOnCanvas(workspace: Workspace, map: string, what: Dragged, at: Point): void {
  if ('claim' in what) workspace.run('claim.place', { claims: [what.claim], map, at })
  else workspace.run('claim.fromSelection', { ...what, map, at })
}

/** Accepts drags from other panes, and highlights the drop target. */
export const dropZone =
  (workspace: Workspace, take: (event: DragEvent, what: Dragged) => void) => (zone: HTMLElement) => {
    let shown: Element | undefined
    const show = (next: Element | null | undefined) => {
      shown?.classList.remove('drop-target')
      shown = next ?? undefined
      shown?.classList.add('drop-target')
    }
    const over = (event: DragEvent) => {
      if (!workspace.view.dragging) return
      event.preventDefault()
      show(document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-claim], [data-relation]'))
    }
    const drop = (event: DragEvent) => {
      const { dragging } = workspace.view
      show(undefined)
      if (!dragging) return
      event.preventDefault()
      workspace.view.dragging = undefined
      take(event, dragging)
    }
    const leave = () => show(undefined)
    zone.addEventListener('dragover', over)
    zone.addEventListener('drop', drop)
    zone.addEventListener('dragleave', leave)
    return () => {
      zone.removeEventListener('dragover', over)
      zone.removeEventListener('drop', drop)
      zone.removeEventListener('dragleave', leave)
    }
  }
