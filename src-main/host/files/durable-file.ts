import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Bytes that are written and synced at a time: a larger heap on its way to the disk would hold up other syncs. */
const CHUNK = 4 * 1024 * 1024

/**
 * Replaces a file's content so that at every moment, power cut included, the old or the new content stands there whole:
 * a temporary file in the same folder is written, its size compared, fsynced and renamed, then the folder is fsynced.
 * When anything fails the temporary file is removed, the error thrown, and the old file is as it was.
 * @param beforeRename the last thing that can keep the old content, by throwing; is given the temporary file's path
 */
export async function writeDurably(
  path: string,
  content: string | Uint8Array,
  beforeRename: (temporary: string) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await refuseReadOnly(path)
  const temporary = join(dirname(path), `${temporaryStem(path)}${randomBytes(6).toString('hex')}.tmp`)
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      for (let start = 0; start < bytes.length; start += CHUNK) {
        await file.writeFile(bytes.subarray(start, start + CHUNK))
        if (start + CHUNK < bytes.length) await file.datasync()
      }
      const { size } = await file.stat()
      if (size !== bytes.length) throw new Error(`wrote ${size} of ${bytes.length} bytes`)
      await file.sync()
    } finally {
      await file.close()
    }
    await beforeRename(temporary)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** The file's own name might be too long to grow; its hash tells whose leftovers they are. */
const temporaryStem = (path: string) =>
  `.counterpoint-${createHash('sha256').update(basename(path)).digest('hex').slice(0, 8)}-`

/** Removes what writes that never ended have left of this file. Only its one writer may do that. */
export async function removeLeftovers(path: string): Promise<void> {
  const stem = temporaryStem(path)
  const names = await readdir(dirname(path)).catch(() => [])
  const left = names.filter((name) => name.startsWith(stem) && name.endsWith('.tmp'))
  await Promise.all(left.map((name) => rm(join(dirname(path), name), { force: true }).catch(() => undefined)))
}

/** Throws for a file that its owner has made read-only: a rename would replace it, but whoever did that meant it. */
export async function refuseReadOnly(path: string): Promise<void> {
  try {
    await access(path, constants.W_OK)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Makes what was renamed or removed in a folder durable. */
export async function syncFolder(path: string): Promise<void> {
  // Windows has no handle on a folder that could be fsynced; its rename is journalled by the file system.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** What tells one content from another: SHA-256, in hexadecimal digits. */
export const contentHash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** A name beside a file for what must not be lost of it: to the millisecond, so that none is written over another. */
export const nameBeside = (path: string, what: string): string => {
  const [, stem, end] = /^(.*?)(\.json|\.journal)?$/s.exec(path)!
  return `${stem} (${what} ${new Date().toISOString().replaceAll(':', '-')})${end ?? '.json'}`
}

/** What tells one state of a file from another without reading it; undefined when there is no file. */
export async function fileStamp(path: string): Promise<string | undefined> {
  try {
    const { ino, size, mtimeNs } = await stat(path, { bigint: true })
    return `${ino} ${size} ${mtimeNs}`
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

const REASONS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'there is no permission to write there',
  EPERM: 'there is no permission to write there',
  ENOENT: 'its folder is no longer there',
  ENOTDIR: 'its folder is no longer there',
  EIO: 'the disk reports an error',
  EISDIR: 'there is a folder of that name',
}

/** Why a file could not be read, as part of a sentence. */
export const reasonUnread = (error: unknown): string =>
  ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')
    ? 'there is no permission to read it'
    : reasonOf(error)

/** Why a file could not be written, as part of a sentence. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return (code && REASONS[code]) || message || 'the reason is not known'
}
