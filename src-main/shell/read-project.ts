import { readFile } from 'node:fs/promises'
import { ContractError } from '#api/errors'
import { load, type Loaded } from '#domain/document/load'
import type { Project } from '#domain/document/project'
import { reasonUnread } from '#host/files/durable-file'
import { recoverProject } from '#host/recovery/recover-project'
import { journalPathOf, readJournal } from '#host/journal/journal'

/**
 * Reads a project without locking it, so that it can be open elsewhere. Throws a `ContractError` if it cannot be read
 * or is not valid.
 */
export async function readProject(path: string): Promise<Extract<Loaded, { ok: true }>> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new ContractError('not-found', `There is no file “${path}”.`)
    const reason = error.code === 'EISDIR' ? 'it is a folder' : reasonUnread(error)
    throw new ContractError('unreadable', `“${path}” could not be read: ${reason}.`)
  })
  const loaded = load(decode(path, bytes))
  if (loaded.ok) return { ...loaded, project: await withJournal(path, loaded.project) }
  throw new ContractError('not-a-project', `“${path}”: ${loaded.message}`)
}

/** Adds the changes in the journal, which exists while the project is open or after a crash. */
async function withJournal(path: string, project: Project): Promise<Project> {
  if (!(await readJournal(journalPathOf(path)))) return project
  return (await recoverProject(path, undefined)).project
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ContractError(
      'not-a-project',
      `“${path}”: The file is not a Counterpoint project: it is not text.`,
    )
  }
}
