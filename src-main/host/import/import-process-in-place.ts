import { answerFile } from './import-process-reading'
import type { ForkImport } from './import-process-child'

/** Reads the file in this process, without isolation. For unit tests, which read trusted files. */
export const forkInPlace: ForkImport = () => {
  let listener: ((message: unknown) => void) | undefined
  return {
    send: (file) => void answerFile(file, (answer) => listener?.(structuredClone(answer))),
    onMessage(given) {
      listener = given
      listener({ kind: 'ready' })
    },
    onEnd: () => undefined,
    kill: () => (listener = undefined),
  }
}
