import type { About } from '../document/project'
import { LINEAGE_KEPT, type LineageEntry } from '../document/lineage-schema'

/** What a file says about the states that it goes back to. */
export interface Descent {
  /** The SHA-256 of the file's bytes. */
  readonly sha256: string
  readonly revision: number
  /** When Counterpoint last changed it: an ISO date and time. */
  readonly modified: string
  /** The states that it had before, oldest first. */
  readonly lineage: readonly LineageEntry[]
}

/** The lineage of a file that is about to replace another. */
export const lineageAfter = (about: About, sha256: string): LineageEntry[] =>
  [...(about.lineage ?? []), { revision: about.revision, sha256 }].slice(-LINEAGE_KEPT)

/** The states that a file goes back to, newest first, and the file itself. */
export const statesOf = ({ sha256, lineage }: Descent): string[] => [
  sha256,
  ...lineage.map((entry) => entry.sha256).reverse(),
]

/**
 * Whether a file is another program's edit of a state: it has its revision, its time and its lineage, because other
 * programs leave them as they are. Two people who each made one change to copies of a file have the same revision and
 * lineage, but not the same time.
 */
export const isEditOf = (file: Descent, state: Pick<About, 'revision' | 'modified' | 'lineage'>): boolean =>
  file.revision === state.revision &&
  file.modified === state.modified &&
  file.lineage.at(-1)?.sha256 === state.lineage?.at(-1)?.sha256

/**
 * Whether what a file says of the states before a state is what that state says itself. A file that names a state of
 * another file alone does not know them; one that has copied the whole lineage cannot be told this way.
 */
export function knowsPast(
  { lineage }: Descent,
  sha256: string,
  state: Pick<About, 'revision' | 'lineage'>,
): boolean {
  const at = lineage.findLastIndex((entry) => entry.sha256 === sha256)
  if (at < 0 || lineage[at]!.revision !== state.revision) return false
  const [told, own] = [lineage.slice(0, at), state.lineage ?? []]
  // The oldest entries of a full lineage are dropped.
  const from = own.length - told.length
  if (from < 0 || (from > 0 && lineage.length < LINEAGE_KEPT)) return false
  return told.every((entry, index) => entry.sha256 === own[from + index]!.sha256)
}
