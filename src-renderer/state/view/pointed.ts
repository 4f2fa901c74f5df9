import type { Point } from '#domain/canvas/card'
import type { Subject } from '#domain/commands/command'

/** What a context menu is opened on. Claims, relations and words are selected first, so that they need no id. */
export interface Pointed {
  readonly on: Subject
  /** The id of a passage, or a tag. */
  readonly id?: string
  /** The point of the map, in map pixels. */
  readonly at?: Point
}
