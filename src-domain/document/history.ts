import { invertPatch, squash, type Patch } from './patch'

/** Changes to one field that follow within this time are one undo entry. Milliseconds. */
export const JOIN_WITHIN = 500

/** One change that Undo takes back and Redo does again. */
export interface UndoEntry {
  /** As in the Undo menu: "Undo add claim". */
  readonly label: string
  readonly patch: Patch
  /** Entries with the same key join if they follow within `JOIN_WITHIN`. */
  readonly joins?: string | undefined
  /** The time of the last change in the entry: milliseconds of any monotonic clock. */
  readonly at: number
}

export interface History {
  readonly done: readonly UndoEntry[]
  readonly undone: readonly UndoEntry[]
}

export const NO_HISTORY: History = { done: [], undone: [] }

/** Adds an entry, or joins it to the last one. Entries that were undone can no longer be redone. */
export function record(history: History, entry: UndoEntry): History {
  const last = history.done.at(-1)
  const joined = last && entry.joins && last.joins === entry.joins && entry.at - last.at <= JOIN_WITHIN
  if (!joined) return { done: [...history.done, entry], undone: [] }
  const before = history.done.slice(0, -1)
  const patch = squash([last.patch, entry.patch])
  // Typing that was deleted again leaves nothing to undo.
  return { done: patch.length > 0 ? [...before, { ...entry, patch }] : before, undone: [] }
}

/** What Undo or Redo does: the history afterwards, and the patch to apply, or none if the entry no longer fits. */
export interface Step {
  readonly history: History
  readonly patch: Patch | undefined
  readonly label: string
}

/** Adjusts a patch to the project as it is now; undefined if it no longer fits. */
type Adjust = (patch: Patch) => Patch | undefined
const asItIs: Adjust = (patch) => patch

/**
 * Moves the last entry to the undone ones; undefined if there is nothing to undo. An entry that no longer fits is
 * dropped, so that those before it can be undone.
 */
export function undo(history: History, adjust = asItIs): Step | undefined {
  const entry = history.done.at(-1)
  if (!entry) return undefined
  const done = history.done.slice(0, -1)
  const { label } = entry
  const patch = adjust(invertPatch(entry.patch))
  if (!patch) return { history: { ...history, done }, patch, label }
  const undone = [...history.undone, { ...entry, patch: invertPatch(patch) }]
  return { history: { done, undone }, patch, label }
}

/** Moves the entry last undone back; undefined if there is none. One that no longer fits is dropped. */
export function redo(history: History, adjust = asItIs): Step | undefined {
  const entry = history.undone.at(-1)
  if (!entry) return undefined
  const undone = history.undone.slice(0, -1)
  const { label } = entry
  const patch = adjust(entry.patch)
  if (!patch) return { history: { ...history, undone }, patch, label }
  // Further typing starts an entry of its own.
  const done = [...history.done, { ...entry, patch, joins: undefined }]
  return { history: { done, undone }, patch, label }
}

/** The history after a change from elsewhere, which no later change may join an entry across. */
export function separate(history: History): History {
  const last = history.done.at(-1)
  if (last?.joins === undefined) return history
  return { ...history, done: [...history.done.slice(0, -1), { ...last, joins: undefined }] }
}
