import { basename } from 'node:path'
import { formatFor } from '#host/import/format-for'
import { readNamed } from './read-named'

/** The content of a file to import. Throws a `ContractError`, for a file over the limit of its format without reading it. */
export const readWithinLimit = (path: string): Promise<Uint8Array> =>
  readNamed(path, (size) => void formatFor(basename(path), size))
