import * as v from 'valibot'
import { ContractError, ERROR_CODES } from '#api/errors'
import type { Imported } from '#domain/formats/import/format'
import type { ProcessEnd } from './import-process-child'

const AnswerSchema = v.variant('kind', [
  // A message that comes before somebody listens may be lost, so the file waits for this one.
  v.object({ kind: v.literal('ready') }),
  v.object({ kind: v.literal('progress'), done: v.number(), of: v.number() }),
  // What it holds is read through the contract's schema, or the command's, before anybody uses it.
  v.object({ kind: v.literal('imported'), imported: v.custom<Imported>((value) => value instanceof Object) }),
  v.object({ kind: v.literal('refused'), code: v.picklist(ERROR_CODES), message: v.string() }),
  v.object({ kind: v.literal('fault'), trace: v.string() }),
])

/** What a process says of the file that it was given. */
export type Answer = v.InferOutput<typeof AnswerSchema>

/** The answer in a message; undefined for any other message. */
export function readAnswer(message: unknown): Answer | undefined {
  const read = v.safeParse(AnswerSchema, message)
  return read.success ? read.output : undefined
}

/** A file that ended its process, told to the user. */
export const faultOf = (reason: string, cause?: string): ContractError =>
  new ContractError(
    'unreadable',
    `Reading it was stopped: ${reason}. Nothing was changed; the file may be damaged or made to do harm. Choose another file, or save it anew.`,
    { cause },
  )

export const tooLong = (seconds: number): string => `it took longer than ${seconds} seconds`

const OUT_OF_MEMORY = 'it took more memory than a file may'

/** SIGABRT and SIGKILL, as a code of their own, with the bit of a core dump, or above 128. */
const MEMORY_CODES = [6, 9, 134, 137]

/** Why a process ended that was not told to. V8 aborts when its heap is full; the watch and the system kill. */
export function endOf({ code, signal, unstarted }: ProcessEnd): string {
  if (unstarted) return 'its reader could not be started'
  const killed = signal === 'SIGABRT' || signal === 'SIGKILL' || MEMORY_CODES.includes(code ?? 0)
  return killed ? OUT_OF_MEMORY : 'its reader crashed'
}
