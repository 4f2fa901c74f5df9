import { ContractError } from '#api/errors'
import type { CheckedProject } from '#domain/document/checked-project'
import type { Patch } from '#domain/document/patch'
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
