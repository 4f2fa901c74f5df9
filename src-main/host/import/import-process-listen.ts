import type { Answer } from './import-process-answer'
import { answerFile } from './import-process-reading'

/** The port of an Electron utility process to its parent. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

/** Waits for files, reads them and answers. Runs in both Electron's and Node's kind of process. */
export function listen(): void {
  const { parentPort } = process as { parentPort?: ParentPort }
  if (parentPort) {
    const say = (answer: Answer) => parentPort.postMessage(answer)
    parentPort.on('message', ({ data }) => void answerFile(data, say))
    say({ kind: 'ready' })
    return
  }
  const say = (answer: Answer) => void process.send?.(answer)
  process.on('message', (message) => void answerFile(message, say))
  process.once('disconnect', () => process.exit())
  say({ kind: 'ready' })
}
