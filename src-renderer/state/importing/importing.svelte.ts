import * as v from 'valibot'
import type { Client } from '#api/client'
import { ContractError } from '#api/errors'
import type { CommandInputs } from '#domain/commands/registry'
import type { Imported } from '#domain/formats/import/format'
import {
  decideImport,
  decideTwin,
  type ImportCommand,
  type TwinChoice,
  type TwinQuestion,
} from '#domain/importing/decide-import'
import { importOrder } from '#domain/importing/import-order'
import type { Chosen, ImportFile } from '../../transports/platform'
import type { Result, Session } from '../document/session.svelte'
import { filePreview } from '#domain/importing/file-preview'
import { newsOf, readNewer, type NewerFile, type ReadAgain } from '#domain/importing/newer-file'
import { newsInWords } from '#domain/newer-file/file-news'
import { interchangeNamed } from '#domain/formats/interchange/catalogue'
import { ReadChoicesSchema } from '#domain/formats/interchange/choices'
import { lineOf, projectTitle, type ImportLine } from './import-line'
import type { PreviewQuestion } from './preview-question'
import type { Merging } from '../merging/merging.svelte'
import { sharesNothing, versionIn } from '../merging/version-merge'
import { nextTurn, readAhead } from './read-ahead'
import { uploadFile } from './upload-file'

/** What is taken of a file; with the file of which it is a newer state, if its changes are carried over. */
interface Taken {
  readonly imported: Imported
  readonly newer: NewerFile | undefined
}

/** The parts of the workspace that importing needs. */
interface Target {
  readonly session: Session | undefined
  readonly merging: Pick<Merging, 'prepare'>
}

/** What the caller of an import does while it runs. */
interface Followed {
  /** Creates and opens the project to import into, once the first file was read; absent if one is open. */
  readonly create?: (title: string) => Promise<void>
  /** Is told the result of each command. */
  readonly arrived?: (result: Result) => void
}

/** Milliseconds between two requests for the progress of a reading. */
const ASK_EVERY = 400

const CANCELLED = 'The import was cancelled.'

const NO_MAP = 'It is no file of another program.'

const LEFT_OUT = 'You left it out.'

const CLOSED = 'The project was closed. Open it and import the file again.'

/** Imports files one after the other. A file that cannot be read does not stop the others. */
export class Importing {
  /** The file that is being read; undefined if there is none. */
  now = $state.raw<{ fileName: string; done: number; of: number; part?: string | undefined } | undefined>()
  /** A question about an article that seems to be in the project already. Call `answer`. */
  question = $state.raw<TwinQuestion | undefined>()
  /** A file of another program that waits to be taken. Call `choose` and `answerPreview`. */
  preview = $state.raw<PreviewQuestion | undefined>()
  /** The results of the last import. */
  lines = $state.raw<readonly ImportLine[]>([])
  #job: string | undefined
  #cancelled = false
  #last: Promise<void> = Promise.resolve()
  #create: Followed['create']
  #arrived: Followed['arrived']
  #settle: (choice: TwinChoice) => void = () => undefined
  #settlePreview: (taken: Taken | undefined) => void = () => undefined
  /** Whether the files of this import are taken without a preview. */
  #takesAll = false

  constructor(
    private readonly client: Client,
    private readonly target: Target,
  ) {}

  /** Imports chosen files, after those of earlier calls. It shows nothing but its progress and its questions. */
  run(chosen: Chosen, followed: Followed = {}): Promise<void> {
    const mine = this.#last.then(() => this.#runNow(chosen, followed))
    this.#last = mine
    return mine
  }

  async #runNow({ files, refused }: Chosen, { create, arrived }: Followed): Promise<void> {
    this.#cancelled = false
    this.#takesAll = false
    this.#create = create
    this.#arrived = arrived
    this.lines = refused.map((sentence) => ({ fileName: '', outcome: 'not imported', sentence }))
    const ordered = importOrder(files, ({ fileName }) => fileName)
    for (const [done, file] of ordered.entries()) {
      this.now = { fileName: file.fileName, done, of: files.length }
      this.lines = [...this.lines, await this.#take(file)]
    }
    this.now = undefined
  }

  /** Stops the current reading and skips the files after it. Earlier imports stay. */
  cancel(): void {
    this.#cancelled = true
    if (this.#job) void this.client.call('import.cancel', { job: this.#job }).catch(() => undefined)
  }

  /** Answers `question`. */
  answer(choice: TwinChoice): void {
    this.question = undefined
    this.#settle(choice)
  }

  /** Reads the file of `preview` again, with another choice or as another `format`. */
  async choose(name: string, value: string): Promise<void> {
    const question = this.preview
    if (!question) return
    const choices = v.parse(ReadChoicesSchema, { ...question.choices, [name]: value })
    const { again } = question.preview
    const format = name === 'format' ? (interchangeNamed(value)?.name ?? again.format) : again.format
    this.preview = { ...question, choices, isBusy: true, problem: '' }
    try {
      const imported = await this.client.call('import.readAgain', { ...again, format, choices })
      const preview = imported.kind === 'project' ? filePreview(imported.file) : undefined
      if (imported.kind !== 'project' || !preview || !this.preview) return
      const newer = this.#withNews(this.preview.newer, imported.file)
      this.preview = { ...this.preview, imported, preview, newer, isBusy: false }
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      if (this.preview) this.preview = { ...question, problem }
    }
  }

  /** Decides whether the file of `preview` is carried over as a newer state of one that is there. */
  carry(carries: boolean): void {
    if (this.preview) this.preview = { ...this.preview, carries }
  }

  /** What a newer state of a file changes after it was read with other choices. */
  #withNews(newer: NewerFile | undefined, file: string): NewerFile | undefined {
    const project = this.target.session?.project
    const news = newer && project && newsOf(project, newer, file)
    return news && { ...newer, news }
  }

  /** Takes the file of `preview`, also all files after it, or leaves it out. */
  answerPreview(answer: 'import' | 'import all' | 'skip'): void {
    const question = this.preview
    this.preview = undefined
    if (answer === 'import all') this.#takesAll = true
    if (answer === 'skip' || !question) return this.#settlePreview(undefined)
    const { imported, newer, carries } = question
    this.#settlePreview({ imported, newer: carries ? newer : undefined })
  }

  /** What is taken of a file, after a preview if it is of another program; undefined if it is left out. */
  async #previewed(read: Imported): Promise<Taken | undefined> {
    const isForeign = read.kind === 'project' && filePreview(read.file) !== undefined
    const project = this.target.session?.project
    const again = (file: ReadAgain) => this.client.call('import.readAgain', file)
    const found = isForeign && project ? await readNewer(project, read, again) : undefined
    const { imported, choices, newer } = found ?? { imported: read, choices: {}, newer: undefined }
    const preview = imported.kind === 'project' ? filePreview(imported.file) : undefined
    if (!preview || this.#takesAll) return { imported, newer }
    const following = this.now ? this.now.of - this.now.done - 1 : 0
    const question = { preview, imported, choices, newer, carries: newer !== undefined }
    this.preview = { ...question, following, isBusy: false, problem: '' }
    return new Promise((resolve) => (this.#settlePreview = resolve))
  }

  async #take(file: ImportFile): Promise<ImportLine> {
    const { fileName } = file
    if (this.#cancelled) return { fileName, outcome: 'not imported', sentence: CANCELLED }
    try {
      const taken = await this.#previewed(await this.#read(file))
      if (!taken) return { fileName, outcome: 'not imported', sentence: LEFT_OUT }
      const { imported, newer } = taken
      const create = this.#create
      this.#create = undefined
      await create?.(projectTitle(imported, fileName))
      return { fileName, ...(newer ? this.#carry(imported, newer) : await this.#bring(imported, fileName)) }
    } catch (error) {
      const cancelled = error instanceof ContractError && error.code === 'cancelled'
      const sentence = cancelled ? CANCELLED : error instanceof Error ? error.message : String(error)
      return { fileName, outcome: 'not imported', sentence }
    }
  }

  async #read(file: ImportFile): Promise<Imported> {
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

  /** Carries the project over to a newer state of a file that is in it. */
  #carry(imported: Imported, { origin, before, news }: NewerFile): Omit<ImportLine, 'fileName'> {
    if (imported.kind !== 'project') throw new ContractError('unsupported', NO_MAP)
    const name = 'origin.newVersion'
    const result = this.#do(name, { origin: origin.id, before, file: imported.file })
    const line = lineOf(imported, name, result)
    return result.done ? { ...line, sentence: newsInWords(news) || 'Nothing changed but the file.' } : line
  }

  async #bring(imported: Imported, fileName: string): Promise<Omit<ImportLine, 'fileName'>> {
    const version =
      imported.kind === 'project' ? await this.#mergeVersion(imported.file, fileName) : undefined
    if (version) return version
    if (imported.kind === 'article') await readAhead(this.#session().project.sources.values())
    const decision = decideImport(this.#session().project, imported)
    await nextTurn()
    const settled = decision.kind === 'ask' ? decideTwin(decision, await this.#ask(decision)) : decision
    if (settled.kind === 'keep') return { outcome: 'already in the project', source: settled.source }
    const { name, input } = settled.command
    const { project } = this.#session()
    const isCopy = imported.kind === 'project' && !imported.report && sharesNothing(project, imported.file)
    return lineOf(imported, name, this.#do(name, input), isCopy)
  }

  /** Merges another version of the project; undefined if the file is none. */
  async #mergeVersion(file: string, fileName: string): Promise<Omit<ImportLine, 'fileName'> | undefined> {
    const session = this.#session()
    const theirs = versionIn(session.project, file)
    if (!theirs) return undefined
    const merge = await this.target.merging.prepare(session, theirs, fileName)
    if (!merge) return { outcome: 'not imported', sentence: LEFT_OUT }
    const { input, sentence, agreement } = merge
    if (this.#session() !== session) throw new ContractError('not-found', CLOSED)
    const result = this.#do('project.mergeStates', input)
    return result.done
      ? { outcome: 'merged', sentence, agreement }
      : { outcome: 'not imported', sentence: result.refusal }
  }

  /** Runs a command without a notice, because the report contains the refusal. */
  #do<Name extends ImportCommand['name'] | 'project.mergeStates'>(
    name: Name,
    input: CommandInputs[Name],
  ): Result {
    const result = this.#session().run(name, input)
    this.#arrived?.(result)
    return result
  }

  #session(): Session {
    if (!this.target.session) throw new ContractError('not-found', CLOSED)
    return this.target.session
  }

  #ask(question: TwinQuestion): Promise<TwinChoice> {
    this.question = question
    return new Promise((resolve) => (this.#settle = resolve))
  }
}
