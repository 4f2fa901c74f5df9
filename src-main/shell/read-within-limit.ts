import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { ContractError } from '#api/errors'
import { formatFor } from '#host/import/format-for'
import { unreadable } from './unreadable'

/** The content of a file to import. Throws a `ContractError`, for a file over the limit of its format without reading it. */
export async function readWithinLimit(path: string): Promise<Uint8Array> {
  try {
    formatFor(basename(path), (await stat(path)).size)
    return await readFile(path)
  } catch (error) {
    if (error instanceof ContractError) throw error
    throw unreadable(path, error)
  }
}
