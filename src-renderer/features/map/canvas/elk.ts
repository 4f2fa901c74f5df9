import ELK, { type ELK as Elk, type ElkNode } from 'elkjs/lib/elk-api.js'
import workerFile from 'elkjs/lib/elk-worker.min.js?url'
import type { LayoutNode } from '#domain/layout/layout-input'
import type { PlacedNode } from '#domain/layout/layout-result'

/** The Trusted Types API, which TypeScript's library does not declare yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(): string },
  ): { createScriptURL(address: string): string }
}

const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
/** The only policy for script URLs. It always returns the layout worker's own file. */
const policy = trustedTypes?.createPolicy('layout-worker', { createScriptURL: () => workerFile })

const startWorker = (): Worker => new Worker(policy?.createScriptURL('') ?? workerFile)

let elk: Elk | undefined

/** Milliseconds after which a layout is abandoned. */
const DEADLINE = 60_000

/**
 * Lays out a graph in a worker, so that the page stays responsive. The first call takes longer, because it loads the
 * worker. Rejects if ELK fails or exceeds the deadline.
 */
export async function layOut(graph: LayoutNode): Promise<PlacedNode> {
  const at = (elk ??= new ELK({ workerFactory: startWorker }))
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      at.terminateWorker()
      elk = undefined
      reject(new Error('it took more than a minute'))
    }, DEADLINE)
  })
  try {
    return await Promise.race([at.layout(graph as ElkNode), late])
  } finally {
    clearTimeout(timer)
  }
}
