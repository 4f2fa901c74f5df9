import * as v from 'valibot'
import { settle } from '#domain/document/load'
import { migrateAccepted } from '#domain/document/migrate'
import type { Project } from '#domain/document/project'
import { replay, replayWhatFits, AcceptedPatchSchema, type AcceptedPatch } from '#domain/document/replay'
import { markOf, type Decoded } from './journal-format'

/** How many of the journal's lines are already in the file; undefined if the journal does not extend the file. */
export function linesAlreadyInFile(journal: Decoded, generation: string): number | undefined {
  const mark = journal.lines
    .map(({ value }) => markOf(value))
    .findLast((each) => each?.snapshot === generation)
  if (mark) return mark.through
  return journal.generation === generation ? 0 : undefined
}

/** A journal of which the history knows that it had so many changes: those that it lacks are missing. */
export function withNoted(
  journal: Decoded,
  noted: { readonly generation: string; readonly changes: number } | undefined,
): Decoded {
  if (noted?.generation !== journal.generation) return journal
  const changes = journal.lines.filter(({ value }) => !markOf(value)).length + journal.missing
  const older = noted!.changes - changes
  if (older <= 0) return journal
  return { ...journal, older, missing: journal.missing + older, counted: false, damaged: true }
}

export interface JournalRest {
  readonly steps: readonly AcceptedPatch[]
  readonly missing: number
  /** The time of the last change before the first missing one; undefined if none is missing, or all before it are. */
  readonly after?: string | undefined
}

/**
 * The changes after the first `included` lines, migrated to the current version, and how many of them cannot be read. A
 * journal whose first line cannot be read may be of any version; migrations leave a record of the current one alone.
 */
export function restOfJournal(journal: Decoded | undefined, included: number): JournalRest {
  const lines = journal?.lines ?? []
  const version = journal?.version ?? 1
  const all = lines.length + (journal?.missing ?? 0)
  const rest = lines.filter(({ sequence }) => sequence > included)
  let missing = Math.max(0, all - included) - rest.length
  let whole = included
  let after: string | undefined
  const steps = rest.flatMap(({ sequence, value }) => {
    if (markOf(value)) {
      if (sequence === whole + 1) whole++
      return []
    }
    const step = v.safeParse(AcceptedPatchSchema, migrateAccepted(value, version))
    if (!step.success) {
      missing++
      return []
    }
    if (sequence === whole + 1) {
      whole++
      after = step.output.modified
    }
    return [step.output]
  })
  return { steps, missing, after: missing > 0 ? after : undefined }
}

/**
 * Applies changes to a base; if some are missing, those that still fit. Undefined if the base is not a valid project.
 */
export function withSteps(
  base: Project,
  { steps, missing }: Pick<JournalRest, 'steps' | 'missing'>,
): { project: Project; lost: number } | undefined {
  if (missing === 0) {
    const whole = replay(base, steps)
    if (whole.ok) return { project: whole.project, lost: 0 }
  }
  const settled = settle(base)
  if (!settled.ok) return undefined
  const { project, left } = replayWhatFits(settled.project, steps)
  return { project, lost: missing + left }
}
