import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ContractError } from '#api/errors'
import { fileStamp } from '../files/durable-file'

/**
 * What tells the state of a project's file that has to be there. Throws `vanished` when it was deleted or moved, or its
 * folder was: only its user can say whether one is to be made there again.
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
