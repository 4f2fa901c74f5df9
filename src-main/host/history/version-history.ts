import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, realpath, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip, gunzipSync } from 'node:zlib'
import * as v from 'valibot'
import { GenerationSchema } from '#api/endpoints/history'
import { ContractError } from '#api/errors'
import type { Project } from '#domain/document/project'
import {
  fileStamp,
  contentHash,
  reasonOf,
  removeLeftovers,
  streamHash,
  writeDurably,
} from '../files/durable-file'
import { JsonFile } from '../settings/json-file'
import { generationsToKeep } from './retention'

const KeptSchema = v.object({
  ...GenerationSchema.entries,
  /** SHA-256 of the project file's bytes. */
  generation: v.string(),
  path: v.string(),
  /** Bytes on the disk. */
  stored: v.number(),
})

/** The metadata of a kept generation of a project's file. */
export type Kept = v.InferOutput<typeof KeptSchema>

/** What the list of kept states says of each. */
export type Contents = Pick<Kept, 'title' | 'revision' | 'counts'>

/** What the list of kept states says of a project. */
export const contentsOf = ({ about, sources, claims, excerpts, relations }: Project): Contents => ({
  title: about.title,
  revision: about.revision,
  counts: {
    sources: sources.size,
    claims: claims.size,
    excerpts: excerpts.size,
    relations: relations.size,
  },
})

/** The state of the project's file after the last write, so that a change by another program is noticed. */
const LastSchema = v.object({
  generation: v.string(),
  fileStamp: v.string(),
  /** The project's id, and the path of its file. */
  project: v.optional(v.string(), ''),
  path: v.optional(v.string(), ''),
})

/** The state of a project's file after the last write. */
export type Last = v.InferOutput<typeof LastSchema>

/** Bytes that are copied at a time. */
const BY_PIECES = { highWaterMark: 1024 * 1024, chunkSize: 1024 * 1024 }

/** What no user has been told of a project yet. */
const UntoldSchema = v.object({
  messages: v.array(v.string()),
  /** The copies of other programs' versions of its file, oldest first. */
  versions: v.array(v.string()),
})

export type Untold = Readonly<v.InferOutput<typeof UntoldSchema>>

const NOTHING_UNTOLD: Untold = { messages: [], versions: [] }

/** Earlier versions of Counterpoint had messages alone. */
const StoredUntoldSchema = v.union([
  UntoldSchema,
  v.pipe(
    v.array(v.string()),
    v.transform((messages) => ({ messages, versions: [] })),
  ),
])

/** Why something could not be added to the history, as part of a sentence; null if it was added or there is no history. */
export const whyNotKept = (adding: Promise<void> | undefined): Promise<string | null> =>
  adding ? adding.then(() => null, reasonOf) : Promise.resolve(null)

/**
 * The good generations of one project's file in a folder of the app's data: each a compressed copy with a small
 * metadata file. A copy counts only after it has been read back.
 */
export class GenerationStore {
  readonly #last: JsonFile<v.GenericSchema<unknown, Last | null>>
  readonly #untold: JsonFile<typeof StoredUntoldSchema>

  constructor(readonly folder: string) {
    this.#last = new JsonFile(join(folder, 'last.json'), v.nullable(LastSchema), null)
    this.#untold = new JsonFile(join(folder, 'untold.json'), StoredUntoldSchema, NOTHING_UNTOLD)
  }

  /** The history of the file at that real path. */
  static of(dataFolder: string, path: string): GenerationStore {
    const name = contentHash(path).slice(0, 24)
    return new GenerationStore(join(dataFolder, 'generations', name))
  }

  last = () => this.#last.read()

  /** Records that this generation of the project is now at the path. */
  async remember(generation: string, path: string, project: Project): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    const now = { generation, fileStamp: (await fileStamp(path)) ?? '', project: project.about.id, path }
    if (JSON.stringify(await this.last()) !== JSON.stringify(now)) await this.setLast(now)
  }

  setLast = (last: Last): Promise<void> => this.#last.update(() => last)

  /** What no user has been told of the project yet, such as what the command line caused. */
  untold = (): Promise<Untold> => this.#untold.read()

  /** Changes what no user has been told yet. */
  async updateUntold(change: (untold: Untold) => Untold): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    await this.#untold.update((untold) => {
      const { messages, versions } = change(untold)
      return { messages: [...messages], versions: [...versions] }
    })
  }

  /** Notes a copy of another program's version of the file. */
  addUntoldVersion = (path: string): Promise<void> =>
    this.updateUntold(({ messages, versions }) => ({ messages, versions: [...new Set([...versions, path])] }))

  /** Notes a message about the project. */
  addUntoldMessage = (message: string): Promise<void> =>
    this.updateUntold(({ messages, versions }) => ({
      messages: [...new Set([...messages, message])],
      versions,
    }))

  /** All that was to be told has been told. */
  told = (): Promise<void> => this.updateUntold(() => NOTHING_UNTOLD)

  /** Whether the folder exists. */
  isThere = (): Promise<boolean> =>
    readdir(this.folder).then(
      (names) => names.length > 0,
      () => false,
    )

  /** The files of a kept generation, its metadata last. */
  filesOf = (id: string): string[] => [this.#copyOf(id), this.#entryPath(id)]

  /**
   * Removes what killed processes left: half-written files, and copies without their metadata. The caller must hold the
   * project's lock, and nothing may be written to the history meanwhile.
   */
  async sweep(): Promise<void> {
    const names = await readdir(this.folder).catch(() => [])
    const told = new Set(names.filter((name) => name.endsWith('.told.json')))
    const isLeft = (name: string) =>
      /^\.counterpoint-.*\.tmp$/.test(name) ||
      (name.endsWith('.json.gz') && !told.has(name.replace(/\.json\.gz$/, '.told.json')))
    await Promise.all(
      names.filter(isLeft).map((name) => rm(join(this.folder, name), { force: true }).catch(() => undefined)),
    )
  }

  /** All kept generations, newest first. */
  async list(): Promise<Kept[]> {
    const names = (await readdir(this.folder).catch(() => [])).filter((name) => name.endsWith('.told.json'))
    const entries = names.map(async (name): Promise<Kept[]> => {
      const text = await readFile(join(this.folder, name), 'utf8').catch(() => '')
      const read = v.safeParse(v.pipe(v.string(), v.parseJson(), KeptSchema), text)
      return read.success && read.output.id === name.replace('.told.json', '') ? [read.output] : []
    })
    return (await Promise.all(entries)).flat().sort((a, b) => (a.id < b.id ? 1 : -1))
  }

  /** Whether a generation is kept. */
  has = async (generation: string): Promise<boolean> =>
    (await this.list()).some((kept) => kept.generation === generation)

  /** The bytes of a generation; undefined unless a copy reads back unchanged. */
  async read(generation: string): Promise<Buffer | undefined> {
    for (const kept of await this.list()) {
      if (kept.generation !== generation) continue
      const bytes = await this.#readBack(kept.id)
      if (bytes && contentHash(bytes) === generation) return bytes
    }
    return undefined
  }

  /** The text of a kept project file. Throws `not-found` if no copy reads back. */
  async text(id: string): Promise<string> {
    const kept = (await this.list()).find((each) => each.id === id)
    const bytes = kept && (await this.read(kept.generation))
    if (bytes) return bytes.toString('utf8')
    throw new ContractError(
      'not-found',
      'That state no longer exists, or its copy is damaged. Choose another.',
    )
  }

  /**
   * Keeps a generation of a project's file unless it is kept already. It is copied piece by piece: a large file would take
   * its size in memory. Throws if the copy does not read back as that generation.
   * @param from the path of a file that has it
   * @param path the path of the project's file
   */
  async keep(
    from: string,
    generation: string,
    contents: Contents,
    path: string,
    changed: Kept['changed'] = null,
  ): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 })
    if (await this.has(generation)) return
    const made = new Date()
    const id = `${made.toISOString().replaceAll(':', '-')} ${generation.slice(0, 8)}`
    const copy = this.#copyOf(id)
    await pipeline(createReadStream(from, BY_PIECES), createGzip({ level: 1, ...BY_PIECES }), (packed) =>
      writeDurably(copy, packed),
    )
    const entry: Kept = {
      id,
      generation,
      path: await realpath(path).catch(() => path),
      stored: (await stat(copy)).size,
      made: made.toISOString(),
      ...contents,
      changed,
    }
    if (!(await this.#readsBack(id, generation))) {
      await rm(copy, { force: true })
      throw new Error('the copy did not read back as it was written')
    }
    await writeDurably(this.#entryPath(id), JSON.stringify(entry, null, 2) + '\n')
    await this.#thin(made)
  }

  /** Whether a copy has this content. It is read piece by piece: a large one would take its size in memory twice. */
  async #readsBack(id: string, generation: string): Promise<boolean> {
    const copy = createReadStream(this.#copyOf(id), BY_PIECES)
    const hash = await pipeline(copy, createGunzip(BY_PIECES), streamHash).catch(() => undefined)
    return hash === generation
  }

  async #readBack(id: string): Promise<Buffer | undefined> {
    try {
      return gunzipSync(await readFile(this.#copyOf(id)))
    } catch {
      return undefined
    }
  }

  async #thin(now: Date): Promise<void> {
    const all = await this.list()
    const kept = new Set(generationsToKeep(all, now).map(({ id }) => id))
    for (const { id } of all.filter((each) => !kept.has(each.id))) {
      await rm(this.#entryPath(id), { force: true })
      await rm(this.#copyOf(id), { force: true })
      await removeLeftovers(this.#copyOf(id))
    }
  }

  #copyOf = (id: string): string => join(this.folder, `${id}.json.gz`)
  #entryPath = (id: string): string => join(this.folder, `${id}.told.json`)
}
