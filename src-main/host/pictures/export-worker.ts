import { parentPort } from 'node:worker_threads'
import { ContractError } from '#api/errors'
import type { ExportAnswer, ExportMessage, ExportTask } from './export-task'
import type { OnProgress } from './export-progress'
import { runExport } from './run-export'

const port = parentPort!
const say = (message: ExportMessage) => port.postMessage(message)

/** Milliseconds between two reports of the progress. */
const EVERY = 100

async function answer(task: ExportTask): Promise<ExportAnswer> {
  try {
    return { kind: 'done', result: await runExport(task, reporter()) }
  } catch (error) {
    const code = error instanceof ContractError ? error.code : undefined
    // Only a bug has no code. Its stack is for the log.
    return { kind: 'failed', code, message: code ? (error as Error).message : String((error as Error).stack) }
  }
}

/** Reports the progress, not more often than anyone can see. */
function reporter(): OnProgress {
  let last = performance.now()
  return (progress) => {
    const now = performance.now()
    if (now - last < EVERY) return
    last = now
    say({ kind: 'progress', progress })
  }
}

port.on('message', (task: ExportTask) => void answer(task).then(say))
