import * as v from 'valibot'
import { ContractError, ERROR_CODES } from '#api/errors'
import type { Imported } from '#domain/formats/import/format'
import type { ProcessEnd } from './import-process-child'

const AnswerSchema = v.variant('kind', [
  // A message that is sent before somebody listens may be lost, so the file is sent after this one.
  v.object({ kind: v.literal('ready') }),
  v.object({ kind: v.literal('progress'), done: v.number(), of: v.number() }),
  // The content is checked against the contract's schema, or the command's, before it is used.
  v.object({ kind: v.literal('imported'), imported: v.custom<Imported>((value) => value instanceof Object) }),
  v.object({ kind: v.literal('refused'), code: v.picklist(ERROR_CODES), message: v.string() }),
  v.object({ kind: v.literal('fault'), trace: v.string() }),
])

/** A message from an import process about its file. */
export type Answer = v.InferOutput<typeof AnswerSchema>

/** The answer in a message; undefined for any other message. */
export function readAnswer(message: unknown): Answer | undefined {
  const read = v.safeParse(AnswerSchema, message)
  return read.success ? read.output : undefined
}

/** The error for a file that ended its process, in words for the user. */
export const faultOf = (reason: string, cause?: string): ContractError =>
  new ContractError(
    'unreadable',
    `Reading it was stopped: ${reason}. Nothing was changed. The file may be damaged or malicious. Choose another file, or save it again.`,
    { cause },
  )

/** The error for a file that needed more than it may have, in words for the user. A large or long file is not malicious. */
const excessOf = (reason: string): ContractError =>
  new ContractError(
    'unreadable',
    `Reading it was stopped: ${reason}. Nothing was changed. It may be too large: split it or save it as text, then import the parts.`,
  )

/** SIGABRT (6) and SIGKILL (9): as plain codes, with the core dump bit, or plus 128. */
const MEMORY_CODES = [6, 9, 134, 137]

/** The error for a process that ended unexpectedly. V8 aborts when its heap is full; the watch thread and the system kill. */
export function endOf({ code, signal, unstarted }: ProcessEnd): ContractError {
  if (unstarted) return faultOf('its reader could not be started')
  const killed = signal === 'SIGABRT' || signal === 'SIGKILL' || MEMORY_CODES.includes(code ?? 0)
  return killed ? excessOf('it needed too much memory') : faultOf('its reader crashed')
}

/** The error for a file that took longer than so many seconds. */
export const tooLong = (seconds: number): ContractError => excessOf(`it took longer than ${seconds} seconds`)
