import { resolve } from 'node:path'
import { defaultDataFolder } from '#host/data-folder'
import type { Terminal } from './command'

/** The option of commands that use the histories of projects. */
export const DATA_FOLDER_FLAG = { 'data-dir': { type: 'string' } } as const

/** The data folder that the user named, or the default one. */
export const dataFolderOf = (named: string | undefined): string => resolve(named ?? defaultDataFolder())

/** What to say about a project's file. */
export interface FileState {
  readonly messages: readonly string[]
  /** Whether anything is damaged, missing or left out. */
  readonly harmed: boolean
}

/**
 * Says what the user should know about the state of a project's file.
 * @returns the exit code: 1 if anything is damaged or missing, else 0
 */
export function tellFileState({ messages, harmed }: FileState, terminal: Terminal): number {
  for (const message of messages) terminal.complain(`counterpoint: ${message}`)
  return harmed ? 1 : 0
}
