import { ContractError } from '#api/errors'
import { reasonUnread } from '#host/files/durable-file'

/** What to tell a user who named a file that cannot be read. */
export const unreadable = (path: string, error: unknown): ContractError =>
  (error as NodeJS.ErrnoException).code === 'ENOENT'
    ? new ContractError('not-found', `There is no file “${path}”.`)
    : new ContractError('unreadable', `“${path}” could not be read: ${reasonUnread(error)}.`)
