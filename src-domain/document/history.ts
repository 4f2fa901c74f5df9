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

/** Moves the last entry to the undone ones. Returns the patch to apply; undefined if there is nothing to undo. */
export function undo(history: History): { history: History; patch: Patch; label: string } | undefined {
  const entry = history.done.at(-1)
  if (!entry) return undefined
  const after = { done: history.done.slice(0, -1), undone: [...history.undone, entry] }
  return { history: after, patch: invertPatch(entry.patch), label: entry.label }
}

/** Moves the entry last undone back. Returns the patch to apply; undefined if there is nothing to redo. */
export function redo(history: History): { history: History; patch: Patch; label: string } | undefined {
  const entry = history.undone.at(-1)
  if (!entry) return undefined
  // Further typing starts an entry of its own.
  const again = { ...entry, joins: undefined }
  const after = { done: [...history.done, again], undone: history.undone.slice(0, -1) }
  return { history: after, patch: entry.patch, label: entry.label }
}
