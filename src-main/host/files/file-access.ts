import { execFile } from 'node:child_process'
import { chmod, chown, stat } from 'node:fs/promises'
import { promisify } from 'node:util'

const READ_AND_WRITE = 0o6

/** Milliseconds for a program that takes two. */
const PATIENCE = 5000

/**
 * Gives a file the access of the one that it is to replace: mode, group, access control list and, where permitted, owner.
 * Otherwise a file that a team shares would become private with the first save. If the group cannot be kept, it gets what the
 * other file gives to everybody: to its owner, its group and all others.
 * @param from the file to be replaced; if there is none, or it is no file, nothing is done
 * @returns false if the group cannot be kept: users cannot give files to groups that they are not in
 */
export async function takeAccess(from: string, to: string): Promise<boolean> {
  if (process.platform === 'win32') return true
  const wanted = await stat(from).catch(() => undefined)
  // cp would open a pipe and wait.
  if (!wanted?.isFile()) return true
  const { uid, gid } = await stat(to)
  const same = uid === wanted.uid && gid === wanted.gid
  const isOwned = same || (await allowed(chown(to, wanted.uid, wanted.gid)))
  const isInGroup = isOwned || gid === wanted.gid || (await allowed(chown(to, uid, wanted.gid)))
  if (isInGroup) {
    await chmod(to, wanted.mode & 0o7777)
    await takeAccessControlList(from, to)
  } else {
    const all = forEverybody(wanted.mode)
    await chmod(to, 0o600 | (all << 3) | all)
  }
  return isInGroup
}

/** What a mode gives to owner, group and others alike. */
const forEverybody = (mode: number): number => (mode >> 6) & (mode >> 3) & mode & 0o7

const allowed = (change: Promise<void>): Promise<boolean> =>
  change.then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (['EPERM', 'EINVAL', 'ENOTSUP'].includes(error.code ?? '')) return false
      throw error
    },
  )

/** Node cannot read access control lists. GNU's cp copies one with the mode, and removes one that the folder gave. */
async function takeAccessControlList(from: string, to: string): Promise<void> {
  if (process.platform !== 'linux') return
  const args = ['--attributes-only', '--preserve=mode', '--', from, to]
  // Another cp does not know the option, and a file system without lists has none to keep.
  await promisify(execFile)('cp', args, { timeout: PATIENCE }).catch(() => undefined)
}

/**
 * Why a file is written in place instead of being replaced, in sentences; null if it is replaced. Writing in place keeps
 * the access of others, but a power cut in the middle leaves a damaged file, which is then restored from the history.
 */
export async function whyInPlace(path: string): Promise<string | null> {
  const groups = process.getgroups?.()
  if (!groups || process.getuid?.() === 0) return null
  const found = await stat(path).catch(() => undefined)
  if (!found || [...groups, process.getegid!()].includes(found.gid)) return null
  const sentence =
    'The project’s file belongs to a group that you are not in. Counterpoint overwrites the file instead of replacing it, so that the group keeps its access. If the power fails meanwhile, the file is restored from the history of this machine.'
  if ((forEverybody(found.mode) & READ_AND_WRITE) === READ_AND_WRITE) return sentence
  return `${sentence} While you have the project open, and after a crash, only you can open it: Counterpoint cannot give the group access to the changes that are not in the file yet.`
}
