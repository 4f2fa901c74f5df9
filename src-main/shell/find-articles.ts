import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { ContractError } from '#api/errors'
import { importFormatOf } from '#domain/formats/import/catalogue'
import { seemsForeign } from '#domain/formats/interchange/recognise'
import { reasonUnread } from '#host/files/durable-file'

/** The files found under a path, and the names of other files in a folder. */
export interface Found {
  readonly files: readonly string[]
  readonly passedOver: readonly string[]
}

/**
 * The file itself, or the articles in a folder and its subfolders, in the order of their names. Hidden files are
 * skipped silently. Projects and maps of Counterpoint in a folder are skipped too: they are imported only when named
 * themselves.
 */
export async function findArticles(path: string): Promise<Found> {
  try {
    if ((await stat(path)).isFile()) return { files: [path], passedOver: [] }
    const under = await inFolder(path)
    const files: string[] = []
    for (const file of under) if (await isToImport(file)) files.push(file)
    return { files, passedOver: under.filter((file) => !files.includes(file)) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new ContractError('not-found', `There is no file or folder “${path}”.`)
    }
    throw new ContractError('unreadable', `“${path}” could not be read: ${reasonUnread(error)}.`)
  }
}

/** Whether a file in a folder is imported: an article, or a map or annotations of another program. */
async function isToImport(path: string): Promise<boolean> {
  const format = importFormatOf(basename(path))?.name ?? 'project'
  if (format !== 'project') return true
  return /\.json$/i.test(path) && seemsForeign(await beginningOf(path))
}

/** Bytes at the beginning of a file that tell which program's it is. */
const BEGINNING = 256 * 1024

async function beginningOf(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

async function inFolder(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'))
  entries.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
  const found: string[] = []
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await inFolder(path)))
    else if (entry.isFile()) found.push(path)
  }
  return found
}
