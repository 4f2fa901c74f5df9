import * as v from 'valibot'
import type { Agreement } from '#domain/agreement/agreement'
import type { Client } from '#api/client'
import { ContractError } from '#api/errors'
import { firstUnits } from '#domain/anchoring/pairs'
import type { CommandInputs } from '#domain/commands/registry'
import type { Loss } from '#domain/records/origin'
import type { Imported } from '#domain/formats/import/format'
import {
  decideImport,
  decideTwin,
  type ImportCommand,
  type TwinChoice,
  type TwinQuestion,
} from '#domain/importing/decide-import'
import { addedInWords } from '#domain/importing/import-summary'
import { importOrder } from '#domain/importing/import-order'
import { namedBy } from '#domain/text/clean/named-by'
import type { Chosen, ImportFile } from '../../transports/platform'
import type { Result, Session } from '../document/session.svelte'
import { filePreview } from '#domain/importing/file-preview'
import { ReadChoicesSchema } from '#domain/formats/interchange/choices'
import type { PreviewQuestion } from './preview-question'
import { versionIn, versionMerge } from '../merge-version'
import { uploadFile } from './upload-file'

/** The result for one file. */
export interface ImportLine {
  readonly fileName: string
  readonly outcome:
    'added' | 'new version' | 'already in the project' | 'merged' | 'references' | 'not imported'
  /** The source that was created, or that existed already. */
  readonly source?: string | undefined
  /** Why the file was not imported, or another remark. */
  readonly sentence?: string
  /** What a file of another program holds that no record says. */
  readonly losses?: readonly Loss[]
  /** How the coder of another version and the one here coded the same articles. */
  readonly agreement?: Agreement | undefined
}

/** The parts of the workspace that importing needs. */
interface Target {
  readonly session: Session | undefined
  attempt<Name extends ImportCommand['name'] | 'project.mergeStates'>(
    name: Name,
    input: CommandInputs[Name],
  ): Result
}

const OUTCOMES: Readonly<Record<ImportCommand['name'], ImportLine['outcome']>> = {
  'source.add': 'added',
  'source.newVersion': 'new version',
  'project.merge': 'merged',
  'references.apply': 'references',
}

/** Milliseconds between two requests for the progress of a reading. */
const ASK_EVERY = 400

const CANCELLED = 'The import was cancelled.'

/** The title of a project whose first file has none. */
const NEW_PROJECT = 'New project'

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
  #create: ((title: string) => Promise<void>) | undefined
  #settle: (choice: TwinChoice) => void = () => undefined
  #settlePreview: (imported: Imported | undefined) => void = () => undefined
  /** Whether the files of this import are taken without a preview. */
  #takesAll = false

  constructor(
    private readonly client: Client,
    private readonly target: Target,
  ) {}

  /**
   * Imports chosen files, after those of earlier calls.
   * @param create creates and opens the project to import them into, once the first of them was read; absent if one is open
   */
  run(chosen: Chosen, create?: (title: string) => Promise<void>): Promise<void> {
    const mine = this.#last.then(() => this.#runNow(chosen, create))
    this.#last = mine
    return mine
  }

  async #runNow({ files, refused }: Chosen, create?: (title: string) => Promise<void>): Promise<void> {
    this.#cancelled = false
    this.#takesAll = false
    this.#create = create
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

  /** Reads the file of `preview` again, with another choice. */
  async choose(name: string, value: string): Promise<void> {
    const question = this.preview
    if (!question) return
    const choices = v.parse(ReadChoicesSchema, { ...question.choices, [name]: value })
    this.preview = { ...question, choices, isBusy: true, problem: '' }
    try {
      const imported = await this.client.call('import.readAgain', { ...question.preview.again, choices })
      const preview = imported.kind === 'project' ? filePreview(imported.file) : undefined
      if (preview && this.preview) this.preview = { ...this.preview, imported, preview, isBusy: false }
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error)
      if (this.preview) this.preview = { ...question, problem }
    }
  }

  /** Takes the file of `preview`, also all files after it, or leaves it out. */
  answerPreview(answer: 'import' | 'import all' | 'skip'): void {
    const question = this.preview
    this.preview = undefined
    if (answer === 'import all') this.#takesAll = true
    this.#settlePreview(answer === 'skip' ? undefined : question?.imported)
  }

  /** What is taken of a file, after a preview if it is of another program; undefined if it is left out. */
  async #previewed(imported: Imported): Promise<Imported | undefined> {
    const preview = imported.kind === 'project' ? filePreview(imported.file) : undefined
    if (!preview || this.#takesAll) return imported
    const following = this.now ? this.now.of - this.now.done - 1 : 0
    this.preview = { preview, imported, choices: {}, following, isBusy: false, problem: '' }
    return new Promise((resolve) => (this.#settlePreview = resolve))
  }

  async #take(file: ImportFile): Promise<ImportLine> {
    const { fileName } = file
    if (this.#cancelled) return { fileName, outcome: 'not imported', sentence: CANCELLED }
    try {
      const imported = await this.#previewed(await this.#read(file))
      if (!imported) return { fileName, outcome: 'not imported', sentence: LEFT_OUT }
      const create = this.#create
      this.#create = undefined
      await create?.(projectTitle(imported, fileName))
      return { fileName, ...(await this.#bring(imported)) }
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

  async #bring(imported: Imported): Promise<Omit<ImportLine, 'fileName'>> {
    const version = imported.kind === 'project' ? await this.#mergeVersion(imported.file) : undefined
    if (version) return version
    const decision = decideImport(this.#session().project, imported)
    const settled = decision.kind === 'ask' ? decideTwin(decision, await this.#ask(decision)) : decision
    if (settled.kind === 'keep') return { outcome: 'already in the project', source: settled.source }
    const { name, input } = settled.command
    // Without a notice, because the report contains the refusal.
    this.#session()
    return lineOf(imported, name, this.target.attempt(name, input))
  }

  /** Merges another version of the project; undefined if the file is none. */
  async #mergeVersion(file: string): Promise<Omit<ImportLine, 'fileName'> | undefined> {
    const session = this.#session()
    const theirs = versionIn(session.project, file)
    if (!theirs) return undefined
    await session.saver.flush()
    const { input, sentence, agreement } = await versionMerge(this.client, session, file, theirs)
    this.#session()
    const result = this.target.attempt('project.mergeStates', input)
    return result.done
      ? { outcome: 'merged', sentence, agreement }
      : { outcome: 'not imported', sentence: result.refusal }
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

/** The title of a project that begins with a file. */
const projectTitle = (imported: Imported, fileName: string): string =>
  firstUnits(
    (imported.kind === 'article' && imported.article.title.trim()) || (namedBy(fileName) ?? NEW_PROJECT),
    300,
  )

function lineOf(
  imported: Imported,
  command: ImportCommand['name'],
  result: Result,
): Omit<ImportLine, 'fileName'> {
  const line = result.done
    ? { outcome: OUTCOMES[command], source: result.select?.type === 'source' ? result.select.id : undefined }
    : { outcome: 'not imported' as const, sentence: result.refusal }
  if (imported.kind === 'project') {
    if (!result.done) return line
    return { ...line, sentence: addedInWords(result.made), losses: imported.report ?? [] }
  }
  if (imported.kind !== 'references') return line
  const unread = imported.report?.map(({ what, count }) => `${what}: ${count}`) ?? []
  return { ...line, sentence: [result.done ? `${result.label}.` : result.refusal, ...unread].join(' · ') }
}
