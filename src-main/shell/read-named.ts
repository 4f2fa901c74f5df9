import { ContractError } from '#api/errors'
import { readChecked } from '#host/files/read-checked'
import { unreadable } from './unreadable'

/**
 * The content of a file that the user named. Throws a `ContractError` if it cannot be read.
 * @param check throws a `ContractError` for a size, in bytes, that is too large; the file is then not read
 */
export const readNamed = (path: string, check: (size: number) => void): Promise<Buffer> =>
  readChecked(path, check).catch((error: unknown) => {
    throw error instanceof ContractError ? error : unreadable(path, error)
  })
