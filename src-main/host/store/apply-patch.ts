import { ContractError } from '#api/errors'
import type { CheckedProject } from '#domain/document/checked-project'
import type { Patch } from '#domain/document/patch'
import { LAST_REVISION } from '#domain/document/project'
import type { AppliedPatch } from './group-commit'
import type { ProjectDocument } from './project-document'

/**
 * Applies a patch to this revision of the project in memory. Throws `conflict` if the project has another revision, so
 * that the page takes in the changes since its own and tries again; else `bad-request` or `too-large`. Then the project is
 * unchanged.
 */
export function applyPatch(
  project: CheckedProject,
  document: ProjectDocument,
  revision: number,
  patch: Patch,
): AppliedPatch {
  const before = project.about
  if (before.revision !== revision)
    throw new ContractError(
      'conflict',
      'The project was changed in another window. This change was not saved.',
    )
  refuseLastRevision(revision)
  const moved = { revision: revision + 1, modified: new Date().toISOString() }
  const json = JSON.stringify({ ...moved, patch })
  const accepted = project.accept(patch, moved)
  if ('conflict' in accepted)
    throw new ContractError(
      'bad-request',
      `The change was refused: ${accepted.conflict}. Nothing was changed.`,
    )
  if ('broken' in accepted)
    throw new ContractError('bad-request', `The change was refused: ${accepted.broken}. Nothing was changed.`)
  const { undo } = accepted
  if (!document.grow(json)) {
    project.revert(undo, before)
    throw new ContractError(
      'too-large',
      'The change was refused: the project would be too large to be saved.',
    )
  }
  return { json, patch, undo, before, after: project.about }
}

/** Throws if a project of this revision cannot be changed. Only a file that another program has written gets there. */
export function refuseLastRevision(revision: number): void {
  if (revision < LAST_REVISION) return
  throw new ContractError(
    'too-large',
    `The change was refused: the revision of the project, ${revision}, is the last. Nothing was changed. Set "revision" to 0 in the closed file.`,
  )
}
