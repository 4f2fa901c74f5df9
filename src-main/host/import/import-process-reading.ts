import * as v from 'valibot'
import { ContractError } from '#api/errors'
import { ReadChoicesSchema } from '#domain/formats/interchange/choices'
import { INTERCHANGE_FORMATS } from '#domain/formats/interchange/catalogue'
import { reasonUnread } from '../files/durable-file'
import { readChecked } from '../files/read-checked'
import { formatFor } from './format-for'
import type { Answer } from './import-process-answer'

/** The format of another program to read the file as, whatever its name tells. */
const As = v.optional(v.picklist(INTERCHANGE_FORMATS.map(({ name }) => name)))

/** The text of the same name beside a file of annotations. */
const Beside = v.optional(v.instance(Uint8Array))

/** The encoding of a text that the user has chosen. */
const Encoding = v.optional(v.string())

/** How to read the content of an origin again. */
const Again = v.optional(v.object({ hash: v.string(), choices: ReadChoicesSchema }))

/** The file's bytes, or its path: a large file is read here, so that only this process has it in memory. */
const FileSchema = v.union([
  v.object({
    fileName: v.string(),
    as: As,
    beside: Beside,
    encoding: Encoding,
    again: Again,
    bytes: v.instance(Uint8Array),
  }),
  v.object({
    fileName: v.string(),
    as: As,
    beside: Beside,
    encoding: Encoding,
    again: Again,
    path: v.string(),
  }),
])

/** Reads the file in a message and sends the result. Never throws. */
export async function answerFile(message: unknown, say: (answer: Answer) => void): Promise<void> {
  try {
    const file = v.parse(FileSchema, message)
    const { fileName, as, beside, encoding, again } = file
    const { readImport } = await import('./import-file')
    const bytes = 'bytes' in file ? file.bytes : await bytesAt(file.path, (size) => formatFor(fileName, size))
    const progress = (done: number, of: number) => say({ kind: 'progress', done, of })
    const imported = await readImport(fileName, bytes, progress, { as, beside, encoding, again })
    say({ kind: 'imported', imported })
  } catch (error) {
    if (error instanceof ContractError) say({ kind: 'refused', code: error.code, message: error.message })
    else
      say({ kind: 'fault', trace: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

async function bytesAt(path: string, check: (size: number) => void): Promise<Uint8Array> {
  try {
    return await readChecked(path, check)
  } catch (error) {
    if (error instanceof ContractError) throw error
    throw new ContractError(
      'unreadable',
      `It could not be read: ${reasonUnread(error)}. Nothing was changed. Choose it again when it can be read.`,
    )
  }
}
