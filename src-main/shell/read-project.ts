import { realpath } from 'node:fs/promises'
import { ContractError } from '#api/errors'
import { VERSION, type Project } from '#domain/document/project'
import { readUnlocked } from '#host/recovery/read-unlocked'
import { unreadable } from './unreadable'

/** A project that was read without opening it. */
export interface ReadProject {
  readonly project: Project
  /** The format version of its file, if it is older than the current one. */
  readonly migratedFrom: number | undefined
  /** Whether its file has exactly this project. */
  readonly isAsInFile?: boolean | undefined
  /** What the user should know about the file, in sentences: that it was changed by another program, or is damaged. */
  readonly messages: readonly string[]
  /** Whether anything is damaged or missing. */
  readonly harmed: boolean
}

/**
 * Reads a project without locking it, so that it can be open elsewhere. Changes nothing. Throws a `ContractError` if it
 * cannot be read or is not valid.
 * @param dataFolder the folder with the projects' histories, from which a damaged project is read
 */
export async function readProject(path: string, dataFolder: string): Promise<ReadProject> {
  const real = await realpath(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  return readStanding(real, dataFolder).catch(named(path))
}

/** Throws an error with the path of the file before its words. */
export const named =
  (path: string) =>
  (error: unknown): never => {
    if (error instanceof ContractError) throw new ContractError(error.code, `“${path}”: ${error.message}`)
    throw error
  }

/** The same for a real path. The error does not name it. */
export async function readStanding(path: string, dataFolder: string): Promise<ReadProject> {
  const { project, version, messages, harmed, isAsInFile } = await readUnlocked(path, dataFolder)
  if (version > VERSION) throw new ContractError('newer-version', messages.join(' '))
  return { project, migratedFrom: version < VERSION ? version : undefined, isAsInFile, messages, harmed }
}
