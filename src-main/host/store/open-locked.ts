import { realpath } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { ContractError } from '#api/errors'
import { reasonOf, reasonUnread, refuseReadOnly } from '../files/durable-file'
import { isHeldByFolder } from '../files/sticky-folder'
import { journalPathOf } from '../journal/journal'
import { lockProject, type ProjectLock } from './project-lock'

/** The path of a project's file with all links followed. Throws `not-found` or `unreadable`. */
export const realPathOf = (path: string): Promise<string> =>
  realpath(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EACCES')
      throw new ContractError('unreadable', `The file could not be read: ${reasonUnread(error)}.`)
    throw new ContractError(
      'not-found',
      `The file “${basename(path)}” does not exist any more. It may have been moved or renamed.`,
    )
  })

/** Opens a project under its lock, and releases the lock if that fails. Throws `locked`. */
export async function openLocked<Opened>(
  path: string,
  open: (lock: ProjectLock) => Promise<Opened>,
): Promise<Opened> {
  const lock = await lockProject(path)
  try {
    return await open(lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Why the file cannot be written at present, in a sentence; null if it can be. */
export async function whyUnwritable(path: string): Promise<string | null> {
  const journal = journalPathOf(path)
  try {
    await refuseReadOnly(path)
    await refuseReadOnly(dirname(path))
    if (!(await isHeldByFolder(journal))) return null
    return `The changes in “${basename(journal)}” beside the project’s file belong to another user, and the folder lets only that user replace them. You can edit the project here, but nothing can be saved until that user has opened and closed it. To keep your changes, save a copy elsewhere.`
  } catch (error) {
    const reason = `The project’s file cannot be written: ${reasonOf(error)}.`
    return `${reason} You can edit it here. To keep your changes, save a copy elsewhere.`
  }
}
