import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Bytes of a project that leaves much behind when it is opened. */
const LARGE = 8_000_000

/** Milliseconds until the page has it. */
const UNTIL_SENT = 3000

/**
 * Collects what opening a large project has left behind: its bytes, its text and what was read of it, several times its size.
 * V8 collects when it needs more memory, which an idle process does not, and the thread that writes the file has a heap of
 * its own.
 */
export function collectAfterOpening(content: Uint8Array): void {
  if (content.length > LARGE) setTimeout(collectGarbage, UNTIL_SENT).unref()
}

/** Collects garbage now. Does nothing in Electron, which may refuse flags after its start. */
export function collectGarbage(): void {
  if (process.versions['electron']) return
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
