import type { ToWorker, FromWorker } from './messages'
import address from './worker?worker&url'

/** The part of the Trusted Types API that is used here; TypeScript's library does not have it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string }
}

/** Allows the address of this worker alone (trusted types). */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'counterpoint-worker',
  {
    createScriptURL: (url) => {
      if (url !== address) throw new TypeError('Not the address of the worker.')
      return url
    },
  },
)

/** A worker that compares articles; undefined where there are no workers, as in tests. */
export interface ComparingWorker {
  post(message: ToWorker): void
  stop(): void
}

/** Starts a worker that compares articles. */
export function startWorker(onanswer: (answer: FromWorker) => void): ComparingWorker | undefined {
  if (typeof Worker === 'undefined') return undefined
  const worker = new Worker(policy ? policy.createScriptURL(address) : address, { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => onanswer(data))
  return { post: (message) => worker.postMessage(message), stop: () => worker.terminate() }
}
