import { parentPort } from 'node:worker_threads'
import { ContractError } from '#api/errors'
import type { ExportAnswer, ExportTask } from './export-task'
import { runExport } from './run-export'

const port = parentPort!

async function answer(task: ExportTask): Promise<ExportAnswer> {
  try {
    return { kind: 'done', result: await runExport(task) }
  } catch (error) {
    const code = error instanceof ContractError ? error.code : undefined
    // Only a bug has no code. Its stack is for the log.
    return { kind: 'failed', code, message: code ? (error as Error).message : String((error as Error).stack) }
  }
}

port.on('message', (task: ExportTask) => void answer(task).then((said) => port.postMessage(said)))
