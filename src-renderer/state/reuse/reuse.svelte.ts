import { untrack } from 'svelte'
import type { Input } from '#api/endpoints'
import type { Project } from '#domain/document/project'
import type { Source } from '#domain/records/source'
import { pairsBySource } from '#domain/reuse/by-source'
import type { ReadArticle } from '#domain/reuse/comparison'
import type { SharedText } from '#domain/reuse/find'
import { KnownArticles } from '#domain/reuse/known-articles'
import { sourceGroups, type SourceGroups } from '#domain/reuse/independence'
import type { FromWorker } from './messages'
import { startWorker, type ComparingWorker } from './start-worker'

interface Open {
  readonly session: { readonly project: Project } | undefined
}

/** Articles that are sent at a time, so that the page answers keys in between. */
const BATCH = 50
/** How long no article may have come or gone before they are compared. Milliseconds. */
const REST = 150

const NO_TIES: Project['ties'] = new Map()

/**
 * What the articles of the open project share. It is worked out in a worker and kept while the project is open; nothing
 * of it is stored (P6).
 */
export class Reuse {
  readonly #workspace: Open
  readonly #start: (onanswer: (answer: FromWorker) => void) => ComparingWorker | undefined
  readonly #project = $derived.by(() => this.#workspace.session?.project)
  readonly #sources = $derived.by(() => this.#project?.sources)
  readonly #ties = $derived.by(() => this.#project?.ties ?? NO_TIES)
  #found: readonly SharedText[] = $state.raw([])
  #worker: ComparingWorker | undefined
  /** The project whose articles the worker has. */
  #of: string | undefined
  #sent = new KnownArticles()
  #number = 0
  #answered = $state(0)
  #asked = $state(0)
  /** Whether articles are on their way to the worker, which is then asked to compare them. */
  #isSending = $state(false)

  /** Pairs of articles with the passages that they share. The same list while no article of a pair comes or goes. */
  readonly shared: readonly SharedText[] = $derived.by(() => {
    const sources = this.#sources
    const isThere = ({ one, other }: SharedText) => sources?.has(one) === true && sources.has(other)
    return this.#found.every(isThere) ? this.#found : this.#found.filter(isThere)
  })

  /** Which articles count as one source. */
  readonly groups: SourceGroups = $derived.by(() => sourceGroups({ ties: this.#ties }, this.shared))

  /** The pairs of each article, by its id. */
  readonly bySource: ReadonlyMap<string, readonly SharedText[]> = $derived.by(() =>
    pairsBySource(this.shared),
  )

  /** Whether articles are being compared, or wait for it. */
  readonly isBusy: boolean = $derived(this.#isSending || this.#asked !== this.#answered)

  /** What the articles share, for the host to export; undefined unless all are compared. */
  readonly known: Input<'project.export'>['shared'] = $derived.by(() =>
    this.isBusy || !this.#worker
      ? undefined
      : this.shared.map((pair) => ({ ...pair, passages: [...pair.passages] })),
  )

  constructor(workspace: Open, start = startWorker) {
    this.#workspace = workspace
    this.#start = start
  }

  /** Brings the comparison up to the articles of the project. To be called in an effect: returns its end. */
  keepUp(): (() => void) | undefined {
    const [project, sources] = [this.#workspace.session?.project.about.id, this.#sources]
    if (project !== this.#of) this.#begin(project)
    if (!sources) return undefined
    const sent = this.#sent
    const gone = sent.takeGone(sources)
    const changed = sent.changed(sources)
    // What a run before this one has sent is to be compared, too.
    if (gone.length + changed.length === 0 && !untrack(() => this.#isSending)) return undefined
    const worker = (this.#worker ??= this.#start((answer) => this.#hear(answer)))
    if (!worker) return undefined
    this.#isSending = true
    if (gone.length > 0) worker.post({ kind: 'forget', ids: gone })
    const ask = () => {
      this.#isSending = false
      this.#asked = ++this.#number
      worker.post({ kind: 'compare', number: this.#number })
    }
    const send = () => {
      const batch = changed.splice(0, BATCH)
      worker.post({ kind: 'read', articles: batch.map(readOf) })
      for (const source of batch) sent.add(source)
      if (changed.length > 0) timer = setTimeout(send)
      else ask()
    }
    let timer = setTimeout(send, REST)
    return () => clearTimeout(timer)
  }

  #hear({ number, shared }: FromWorker): void {
    if (number !== this.#number) return
    this.#found = shared
    this.#answered = number
  }

  #begin(project: string | undefined): void {
    this.#worker?.stop()
    this.#worker = undefined
    this.#of = project
    this.#sent = new KnownArticles()
    this.#found = []
    this.#isSending = false
    this.#asked = this.#answered = ++this.#number
  }
}

/** A plain copy of what the worker reads. */
const readOf = ({ id, text, blocks, publisher }: Source): ReadArticle => ({ id, text, blocks, publisher })
