import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ContractError } from '#api/errors'
import { fileStamp } from '../files/durable-file'

/**
 * The stamp of a project's file, which must exist. Throws `vanished` if it or its folder was deleted or moved: only
 * the user can say whether to create it again.
 */
export async function requireFileStamp(path: string): Promise<string> {
  const found = await fileStamp(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return undefined
    throw error
  })
  if (found !== undefined) return found
  const folder = await stat(dirname(path)).catch(() => undefined)
  throw new ContractError(
    'vanished',
    folder?.isDirectory() ? 'the project’s file is no longer there' : 'its folder is no longer there',
  )
}
