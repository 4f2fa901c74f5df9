import { realpath } from 'node:fs/promises'
import { ContractError } from '#api/errors'
import { importFormatOf } from '#domain/formats/import/catalogue'
import { readStanding, type ReadProject } from './read-project'
import { unreadable } from './unreadable'

/**
 * A project of Counterpoint with the changes beside its file, or as its history has it if the file is damaged; undefined for
 * any other file. Throws a `ContractError`, which does not name the file, if it cannot be read.
 */
export async function ownProject(path: string, dataFolder: string): Promise<ReadProject | undefined> {
  if (importFormatOf(path)?.name !== 'project') return undefined
  const real = await realpath(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  return readStanding(real, dataFolder).catch((error: unknown) => {
    if (error instanceof ContractError && error.code === 'not-a-project') return undefined
    throw error
  })
}
