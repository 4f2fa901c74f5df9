import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The mode bit of a folder in which only the owner of a file may replace or remove it, as in `/tmp`. */
const STICKY = 0o1000

/** Whether the folder of a file lets this user neither replace nor remove it, although the file may be writable. */
export async function isHeldByFolder(path: string): Promise<boolean> {
  const user = process.geteuid?.()
  if (user === undefined || user === 0) return false
  const [file, folder] = await Promise.all(
    [path, dirname(path)].map((each) => stat(each).catch(() => undefined)),
  )
  if (!file || !folder || (folder.mode & STICKY) === 0) return false
  return ![file.uid, folder.uid].includes(user)
}

/** Why a file is written in place because of its folder, in sentences; null if it is not. */
export async function whyInPlaceInFolder(path: string): Promise<string | null> {
  if (!(await isHeldByFolder(path))) return null
  return 'The project’s file belongs to another user, and its folder lets only that user replace it. Counterpoint overwrites the file instead of replacing it. If the power fails meanwhile, the file is restored from the history of this machine.'
}
