import type { Client } from '#api/client'
import type { Output } from '#api/endpoints'
import { ContractError } from '#api/errors'
import type { Article } from '#domain/records/article'
import type { Project } from '#domain/document/project'
import { sameArticle, type SameArticle } from '#domain/versions/same-article'
import type { Chosen, ImportFile } from '../../transports/platform'
import { uploadFile } from './upload-file'
import type { Result } from '../document/session.svelte'

/** What became of one file. */
export interface ImportLine {
  readonly fileName: string
  readonly outcome: 'added' | 'new version' | 'is there already' | 'merged' | 'references' | 'not imported'
  /** The source that came of it or was there. */
  readonly source?: string | undefined
  /** Why not, or what else is to be said. */
  readonly sentence?: string
}

export type TwinChoice = 'open' | 'both' | 'version'

/** A file that holds an article which seems to be in the project already. */
export interface TwinQuestion {
  readonly article: Article
  readonly twins: readonly SameArticle[]
  /** @param twin the source that the choice is about */
  readonly answer: (choice: TwinChoice, twin: string) => void
}

/** What importing needs of the workspace. */
interface Workspace {
  readonly project: () => Project
  readonly run: {
    (name: 'source.add', input: { article: Article }): Result
    (name: 'source.newVersion', input: { source: string; article: Article }): Result
    (name: 'project.merge', input: { file: string }): Result
    (name: 'references.apply', input: { references: Reference[] }): Result
  }
}

type Reference = Extract<Output<'import.read'>, { kind: 'references' }>['references'][number]

/** An article that is like no other is kept beside all others. */
const KEEP: { choice: TwinChoice; twin: string } = { choice: 'both', twin: '' }

/** Milliseconds between two questions how far a reading has come. */
const ASK_EVERY = 400

const CANCELLED = 'Cancelled. Import it again when you want it.'

/** Brings files into the project one after the other; one that cannot be read does not stop the others. */
export class Importing {
  /** What is being read now; undefined when nothing is. */
  now = $state.raw<{ fileName: string; done: number; of: number; part?: string | undefined } | undefined>()
  question = $state.raw<TwinQuestion | undefined>()
  /** What became of the files imported last. */
  lines = $state.raw<readonly ImportLine[]>([])
  #job: string | undefined
  #cancelled = false
  #last: Promise<void> = Promise.resolve()

  constructor(
    private readonly client: Client,
    private readonly workspace: Workspace,
  ) {}

  /** One choice of files after the other: what is chosen while others are read waits its turn. */
  run(chosen: Chosen): Promise<void> {
    const mine = this.#last.then(() => this.#runNow(chosen))
    this.#last = mine
    return mine
  }

  async #runNow({ files, refused }: Chosen): Promise<void> {
    this.#cancelled = false
    this.lines = refused.map((sentence) => ({ fileName: '', outcome: 'not imported', sentence }))
    for (const [done, file] of files.entries()) {
      this.now = { fileName: file.fileName, done, of: files.length }
      this.lines = [...this.lines, await this.#take(file)]
    }
    this.now = undefined
  }

  /** Ends the reading under way and leaves the files after it out; what came in stays. */
  cancel(): void {
    this.#cancelled = true
    if (this.#job) void this.client.call('import.cancel', { job: this.#job }).catch(() => undefined)
  }

  async #take(file: ImportFile): Promise<ImportLine> {
    const { fileName } = file
    if (this.#cancelled) return { fileName, outcome: 'not imported', sentence: CANCELLED }
    try {
      return { fileName, ...(await this.#bring(await this.#read(file))) }
    } catch (error) {
      const cancelled = error instanceof ContractError && error.code === 'cancelled'
      const sentence = cancelled ? CANCELLED : error instanceof Error ? error.message : String(error)
      return { fileName, outcome: 'not imported', sentence }
    }
  }

  async #read(file: ImportFile): Promise<Output<'import.read'>> {
    const given = await uploadFile(this.client, file, {
      isCancelled: () => this.#cancelled,
      progress: (part) => this.#tell(part),
    })
    this.#tell(undefined)
    const job = (this.#job = crypto.randomUUID())
    const asking = setInterval(async () => {
      const far = await this.client.call('import.progress', { job }).catch(() => null)
      if (far && this.#job === job) this.#tell(`${far.done} of ${far.of}`)
    }, ASK_EVERY)
    try {
      return await this.client.call('import.read', { ...given, job })
    } finally {
      clearInterval(asking)
      this.#job = undefined
    }
  }

  #tell(part: string | undefined): void {
    if (this.now) this.now = { ...this.now, part }
  }

  async #bring(read: Output<'import.read'>): Promise<Omit<ImportLine, 'fileName'>> {
    if (read.kind === 'project')
      return line('merged', this.workspace.run('project.merge', { file: read.file }))
    if (read.kind === 'references') {
      const result = this.workspace.run('references.apply', { references: read.references })
      const unread = read.report?.map(({ what, count }) => `${what}: ${count}`) ?? []
      const said = [result.done ? `${result.label}.` : result.refusal, ...unread].join(' · ')
      return { ...line('references', result), sentence: said }
    }
    const twins = sameArticle(this.workspace.project(), read.article)
    const { choice, twin } = twins.length > 0 ? await this.#ask(read.article, twins) : KEEP
    if (choice === 'open') return { outcome: 'is there already', source: twin }
    if (choice === 'both') return line('added', this.workspace.run('source.add', { article: read.article }))
    return line(
      'new version',
      this.workspace.run('source.newVersion', { source: twin, article: read.article }),
      twin,
    )
  }

  #ask(article: Article, twins: readonly SameArticle[]): Promise<typeof KEEP> {
    return new Promise((done) => {
      const answer = (choice: TwinChoice, twin: string) => {
        this.question = undefined
        done({ choice, twin })
      }
      this.question = { article, twins, answer }
    })
  }
}

function line(outcome: ImportLine['outcome'], result: Result, source?: string): Omit<ImportLine, 'fileName'> {
  if (!result.done) return { outcome: 'not imported', sentence: result.refusal }
  const made = result.select?.type === 'source' ? result.select.id : source
  return { outcome, source: made }
}
