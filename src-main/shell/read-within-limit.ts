import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { formatFor } from '#host/import/format-for'
import type { Content } from '#host/import/import-process'
import { readNamed } from './read-named'

/** The content of a file to import. Throws a `ContractError`, for a file over the limit of its format without reading it. */
export const readWithinLimit = (path: string): Promise<Uint8Array> =>
  readNamed(path, (size) => void formatFor(basename(path), size))

/** Bytes from which only the process that reads a file has it in memory. Here and there it would take three times as much. */
const LARGE = 1024 * 1024

/** The same for a process that reads it; of a large file its path, which is checked again there. */
export async function contentWithinLimit(path: string): Promise<Content> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isFile() || found.size <= LARGE) return readWithinLimit(path)
  formatFor(basename(path), found.size)
  return { path: resolve(path) }
}
