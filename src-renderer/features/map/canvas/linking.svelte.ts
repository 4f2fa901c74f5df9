import type { OnConnectEnd } from '@xyflow/svelte'
import type { Point } from '#domain/canvas/card'
import type { Workspace } from '../../../state/workspace.svelte'
import type { Dragged } from '../../../state/view/dragged'
import { dropOnCanvas, targetAt, type DropTarget } from './drop'

/** Something that was dropped on a card or a relation, and where on the window. */
export interface Drop extends DropTarget {
  readonly what: Dragged
  readonly x: number
  readonly y: number
}

/** What is dropped on the map, and the question how it is linked to the card or relation below it. */
export class Linking {
  /** The drop that waits for an answer. */
  drop = $state.raw<Drop | undefined>()
  /** Whether the link that is being dragged was given up: nothing is asked where it ends. */
  cancelled = $state.raw(false)
  #dragging = false

  /**
   * @param map the id of the open map
   * @param toMap map pixels of a point of the window
   */
  constructor(
    private readonly workspace: Workspace,
    private readonly map: string,
    private readonly toMap: (point: Point) => Point,
  ) {}

  /** A link is dragged from a card's handle. */
  readonly begun = (): void => {
    this.#dragging = true
    this.cancelled = false
  }

  /** Gives up the link that is being dragged. Returns whether there is one. */
  cancel(): boolean {
    this.cancelled ||= this.#dragging
    return this.#dragging
  }

  /** A link was dragged from a card's handle. */
  readonly connected: OnConnectEnd = (event, { fromNode }) => {
    this.#dragging = false
    if (this.cancelled) return
    const { clientX: x, clientY: y } = 'changedTouches' in event ? event.changedTouches[0]! : event
    if (fromNode) this.#ask({ claim: fromNode.id }, { x, y }, targetAt(x, y))
  }

  /** A claim or text of an article was dropped from another pane. */
  readonly dropped = ({ clientX: x, clientY: y }: DragEvent, what: Dragged): void => {
    const target = targetAt(x, y)
    if (target) this.#ask(what, { x, y }, target)
    else dropOnCanvas(this.workspace, this.map, what, this.toMap({ x, y }))
  }

  close(): void {
    this.drop = undefined
  }

  /** A claim cannot be linked to itself. */
  #ask(what: Dragged, at: Point, target: DropTarget | undefined): void {
    if (target && !('claim' in what && what.claim === target.target)) this.drop = { what, ...target, ...at }
  }
}
