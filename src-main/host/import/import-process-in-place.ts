import { answerFile } from './import-process-reading'
import type { ForkImport } from './import-process-child'

/** No process at all: the file is read right here. For unit tests, whose files are their own. */
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
