import ELK, { type ELK as Elk, type ElkNode } from 'elkjs/lib/elk-api.js'
import workerFile from 'elkjs/lib/elk-worker.min.js?url'
import type { LayoutNode } from '#domain/layout/layout-input'
import type { PlacedNode } from '#domain/layout/layout-result'

/** What a page has that takes addresses of scripts from policies only; the compiler's library does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(): string },
  ): { createScriptURL(address: string): string }
}

const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
/** The one policy for addresses of scripts. Whatever it is asked for, it knows one address: the layout's own file. */
const policy = trustedTypes?.createPolicy('layout-worker', { createScriptURL: () => workerFile })

const startWorker = (): Worker => new Worker(policy?.createScriptURL('') ?? workerFile)

let elk: Elk | undefined

/** A layout that takes longer than this is given up. Milliseconds. */
const DEADLINE = 60_000

/**
 * Lays out a graph in a worker, so that the page goes on answering. The first time takes longer, because the worker has
 * to be read. Rejects when ELK cannot lay it out, or not in time.
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
