import { invertPatch, squash, type Patch } from './patch'

/** Typing into one field within this time is one step to undo. Milliseconds. */
export const JOIN_WITHIN = 500

export interface UndoEntry {
  /** What the Undo menu says: "Undo add claim". */
  readonly label: string
  readonly patch: Patch
  /** Steps with the same key that follow one another quickly join. */
  readonly joins?: string | undefined
  /** When it was last added to, in milliseconds of any clock that only goes forward. */
  readonly at: number
}

export interface History {
  readonly done: readonly UndoEntry[]
  readonly undone: readonly UndoEntry[]
}

export const NO_HISTORY: History = { done: [], undone: [] }

/** The history with a new step. What had been undone can be redone no more. */
export function record(history: History, step: UndoEntry): History {
  const last = history.done.at(-1)
  const joined = last && step.joins && last.joins === step.joins && step.at - last.at <= JOIN_WITHIN
  if (!joined) return { done: [...history.done, step], undone: [] }
  const before = history.done.slice(0, -1)
  const patch = squash([last.patch, step.patch])
  // What was typed and taken back leaves nothing to undo.
  return { done: patch.length > 0 ? [...before, { ...step, patch }] : before, undone: [] }
}

/** The history with its last step undone, and the patch that undoes it; undefined when there is none. */
export function undo(history: History): { history: History; patch: Patch; label: string } | undefined {
  const step = history.done.at(-1)
  if (!step) return undefined
  const after = { done: history.done.slice(0, -1), undone: [...history.undone, step] }
  return { history: after, patch: invertPatch(step.patch), label: step.label }
}

/** The history with the step last undone done again, and its patch; undefined when there is none. */
export function redo(history: History): { history: History; patch: Patch; label: string } | undefined {
  const step = history.undone.at(-1)
  if (!step) return undefined
  // A step that was redone takes no more typing into itself.
  const again = { ...step, joins: undefined }
  const after = { done: [...history.done, again], undone: history.undone.slice(0, -1) }
  return { history: after, patch: step.patch, label: step.label }
}
