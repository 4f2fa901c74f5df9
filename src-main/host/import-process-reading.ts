import * as v from 'valibot'
import { ContractError } from '#api/errors'
import type { Answer } from './import-process-answer'

const FileSchema = v.object({ fileName: v.string(), bytes: v.instance(Uint8Array) })

/** Reads the file that a message brings, and says what came of it. Never throws. */
export async function answerFile(message: unknown, say: (answer: Answer) => void): Promise<void> {
  try {
    const { fileName, bytes } = v.parse(FileSchema, message)
    const { readImport } = await import('./import-file')
    const imported = await readImport(fileName, bytes, (done, of) => say({ kind: 'progress', done, of }))
    say({ kind: 'imported', imported })
  } catch (error) {
    if (error instanceof ContractError) say({ kind: 'refused', code: error.code, message: error.message })
    else
      say({ kind: 'fault', trace: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}
