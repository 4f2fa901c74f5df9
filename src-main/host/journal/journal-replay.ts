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

export interface JournalRest {
  readonly steps: readonly AcceptedPatch[]
  readonly missing: number
}

/**
 * The changes after the first `included` lines, migrated to the current version, and how many of them cannot be read. A
 * journal whose first line cannot be read may be of any version; migrations leave a record of the current one alone.
 */
export function restOfJournal(journal: Decoded | undefined, included: number): JournalRest {
  let missing = journal?.missing ?? 0
  const version = journal?.version ?? 1
  const steps = (journal?.lines ?? []).flatMap(({ sequence, value }) => {
    if (sequence <= included || markOf(value)) return []
    const step = v.safeParse(AcceptedPatchSchema, migrateAccepted(value, version))
    if (step.success) return [step.output]
    missing++
    return []
  })
  return { steps, missing }
}

/**
 * Applies changes to a base; if some are missing, those that still fit. Undefined if the base is not a valid project.
 */
export function withSteps(
  base: Project,
  { steps, missing }: JournalRest,
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
