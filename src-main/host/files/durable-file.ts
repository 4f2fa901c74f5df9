import { createHash, randomBytes } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { access, copyFile, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { takeAccess } from './file-access'
import { PART, writeInParts, type Content } from './write-in-parts'

/**
 * Replaces a file's content atomically and durably: after a crash or power cut at any moment, the file has its old or
 * its new content. It writes a temporary file in the same folder, compares its size, syncs it, renames it and syncs
 * the folder. When a step fails, it removes the temporary file and throws; the old file is unchanged.
 * @param beforeRename called with the path of the temporary file as the last step before the rename; it keeps the old
 * content by throwing. If it answers `in place`, the file is overwritten instead of replaced: then a power cut leaves a
 * mixture of both
 */
export async function writeDurably(
  path: string,
  content: Content,
  beforeRename: (temporary: string) => Promise<'in place' | void> = () => Promise.resolve(),
): Promise<void> {
  await refuseReadOnly(path)
  const temporary = join(dirname(path), `${temporaryStem(path)}${randomBytes(6).toString('hex')}.tmp`)
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      const length = await writeInParts(file, content)
      const { size } = await file.stat()
      if (size !== length) throw new Error(`wrote ${size} of ${length} bytes`)
      await file.sync()
    } finally {
      await file.close()
    }
    if ((await beforeRename(temporary)) === 'in place') {
      await overwrite(path, temporary)
      await rm(temporary, { force: true })
    } else {
      await rename(temporary, path)
    }
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(dirname(path))
}

/** Writes over a file's content. Until this is done, the whole new content is also in the temporary file beside it. */
async function overwrite(path: string, temporary: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    const content = createReadStream(temporary, { highWaterMark: PART }) as AsyncIterable<Buffer>
    let length = 0
    for await (const piece of content) {
      await file.writeFile(piece)
      length += piece.length
    }
    await file.truncate(length)
    await file.sync()
  } finally {
    await file.close()
  }
}

/**
 * Copies a file so that the copy is on the disk, under its name, when this answers. Whoever then replaces the original
 * has lost nothing, power cut included. Whoever may read the original may read the copy.
 */
export async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  const copy = await open(to, 'r+')
  try {
    await takeAccess(from, to)
    await copy.sync()
  } finally {
    await copy.close()
  }
  await syncFolder(dirname(to))
}

/** A hash, because a long file name with a suffix could exceed the limit of 255 bytes. */
const temporaryStem = (path: string) => `.counterpoint-${contentHash(basename(path)).slice(0, 8)}-`

/** Removes temporary files that interrupted writes of this file left behind. Only the file's one writer may call it. */
export async function removeLeftovers(path: string): Promise<void> {
  const stem = temporaryStem(path)
  const names = await readdir(dirname(path)).catch(() => [])
  const left = names.filter((name) => name.startsWith(stem) && name.endsWith('.tmp'))
  await Promise.all(left.map((name) => rm(join(dirname(path), name), { force: true }).catch(() => undefined)))
}

/** Throws if the file is read-only. A rename would replace it anyway, but its owner meant to protect it. */
export async function refuseReadOnly(path: string): Promise<void> {
  try {
    await access(path, constants.W_OK)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** Makes renames and removals in a folder durable. */
export async function syncFolder(path: string): Promise<void> {
  // Windows cannot sync a folder; NTFS journals renames.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** The SHA-256 of a stream, in hexadecimal. */
export async function streamHash(stream: AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of stream) hash.update(piece)
  return hash.digest('hex')
}

/** The SHA-256 of the content, in hexadecimal. */
export const contentHash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/**
 * A path beside a file for a copy that must not be lost. It has the time in milliseconds, so that no copy replaces
 * another.
 */
export const nameBeside = (path: string, what: string): string => {
  const { stem, end } = endOf(path)
  const added = ` (${what} ${new Date().toISOString().replaceAll(':', '-')})${end}`
  return join(dirname(path), beginningOf(stem, NAME_LIMIT - Buffer.byteLength(added)) + added)
}

/** How the names of copies of a file begin that `nameBeside` gave for the same reason. */
export const beginningBeside = (path: string, what: string): string =>
  basename(nameBeside(path, what)).replace(/ \([^(]*$/, ` (${what} `)

/** The most bytes of a file's name, on nearly every file system. */
export const NAME_LIMIT = 255

/** The first characters of a name, in so many bytes. */
export function beginningOf(name: string, bytes: number): string {
  const characters = [...name]
  while (Buffer.byteLength(characters.join('')) > bytes) characters.pop()
  return characters.join('')
}

function endOf(path: string): { stem: string; end: string } {
  const [, stem, end] = /^(.*?)(\.json|\.counterpoint|\.journal|\.counterpoint-journal)?$/s.exec(
    basename(path),
  )!
  return { stem: stem!, end: end ?? '.json' }
}

/** Inode, size and modification time of a file: they change when the file is touched. Undefined if there is no file. */
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
  EISDIR: 'there is a folder with that name',
}

/** Why a file could not be read, for use within a sentence. */
export const reasonUnread = (error: unknown): string =>
  ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')
    ? 'there is no permission to read it'
    : reasonOf(error)

/** Why a file could not be written, for use within a sentence. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return (code && REASONS[code]) || message || 'the reason is unknown'
}
