import type { Project, Table } from '#domain/document/project'
import type { Source } from '#domain/records/source'
import type { SharedText } from '#domain/reuse/find'
import { sourceGroups, type SourceGroups } from '#domain/reuse/independence'
import type { FromWorker, ReadArticle } from './messages'
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
  #sent = new Map<string, Source>()
  #number = 0
  #answered = $state(0)
  #asked = $state(0)

  /** Pairs of articles with the passages that they share. */
  readonly shared: readonly SharedText[] = $derived.by(() => {
    const sources = this.#sources
    return sources ? this.#found.filter(({ one, other }) => sources.has(one) && sources.has(other)) : []
  })

  /** Which articles count as one source. */
  readonly groups: SourceGroups = $derived.by(() => sourceGroups({ ties: this.#ties }, this.shared))

  /** The pairs of each article, by its id. */
  readonly bySource: ReadonlyMap<string, readonly SharedText[]> = $derived.by(() => {
    const pairs = new Map<string, SharedText[]>()
    for (const pair of this.shared)
      for (const id of [pair.one, pair.other]) pairs.set(id, [...(pairs.get(id) ?? []), pair])
    return pairs
  })

  /** Whether articles are being compared. */
  readonly isBusy: boolean = $derived(this.#asked !== this.#answered)

  constructor(workspace: Open, start = startWorker) {
    this.#workspace = workspace
    this.#start = start
  }

  /** Brings the comparison up to the articles of the project. To be called in an effect: returns its end. */
  keepUp(): (() => void) | undefined {
    const [project, sources] = [this.#workspace.session?.project.about.id, this.#sources]
    if (project !== this.#of) this.#begin(project)
    if (!sources) return undefined
    const waiting = this.#waiting(sources)
    if (!waiting) return undefined
    let timer = setTimeout(send, REST)
    const worker = (this.#worker ??= this.#start((answer) => this.#hear(answer)))
    const { gone, changed } = waiting
    const ask = () => {
      this.#asked = ++this.#number
      worker?.post({ kind: 'compare', number: this.#number })
    }
    const sent = this.#sent
    function send() {
      if (gone.length > 0) worker?.post({ kind: 'forget', ids: gone.splice(0) })
      const batch = changed.splice(0, BATCH)
      worker?.post({ kind: 'read', articles: batch.map(readOf) })
      for (const source of batch) sent.set(source.id, source)
      if (changed.length > 0) timer = setTimeout(send)
      else ask()
    }
    for (const id of gone) sent.delete(id)
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
    this.#sent = new Map()
    this.#found = []
    this.#asked = this.#answered = ++this.#number
  }

  #waiting(sources: Table<Source>): { gone: string[]; changed: Source[] } | undefined {
    const gone = [...this.#sent.keys()].filter((id) => !sources.has(id))
    const changed = [...sources.values()].filter((source) => {
      const known = this.#sent.get(source.id)
      return !known || known.text !== source.text || known.blocks !== source.blocks
    })
    return gone.length + changed.length > 0 ? { gone, changed } : undefined
  }
}

/** A plain copy of what the worker reads. */
const readOf = ({ id, text, blocks }: Source): ReadArticle => ({ id, text, blocks })
