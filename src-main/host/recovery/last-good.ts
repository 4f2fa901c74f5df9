import { settle } from '#domain/document/load'
import type { Project } from '#domain/document/project'
import type { GenerationStore } from '../history/version-history'
import { markOf, type Decoded } from '../journal/journal-format'
import { linesAlreadyInFile } from '../journal/journal-replay'
import { parsedOf } from './recovered'

/** A good generation of the project from its history. */
export interface LastGood {
  readonly bytes: Buffer
  readonly project: Project
  /** The number of journal lines in it. */
  readonly included: number
  /** Whether this was the file's last state, so that nothing is missing. */
  readonly latest: boolean
  readonly made: string
}

/** The last good generation that the journal extends; without a journal, the last good one. */
export async function lastGood(
  journal: Decoded | undefined,
  kept: readonly string[],
  history: GenerationStore | undefined,
  standing: string,
): Promise<LastGood | undefined> {
  if (!history) return undefined
  const last = (await history.last())?.generation
  const dates = new Map((await history.list()).map(({ generation, made }) => [generation, made]))
  const wanted = journal?.generation
    ? [...journal.lines.flatMap(({ value }) => markOf(value)?.snapshot ?? []).reverse(), journal.generation]
    : [...(last ? [last] : []), ...kept]
  for (const generation of new Set(wanted)) {
    if (generation === standing) continue
    const bytes = await history.read(generation)
    const parsed = bytes && parsedOf(bytes)
    if (!bytes || !parsed?.ok || !settle(parsed.project).ok) continue
    const included = journal?.generation ? (linesAlreadyInFile(journal, generation) ?? 0) : 0
    const latest = journal?.generation !== undefined || generation === last
    return { bytes, project: parsed.project, included, latest, made: dates.get(generation) ?? '' }
  }
  return undefined
}
