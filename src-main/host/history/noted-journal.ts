import { readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { contentHash } from '../files/durable-file'

const NotedSchema = v.object({
  generation: v.string(),
  changes: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The SHA-256 of both, so that damage to the note is no alarm. */
  sum: v.string(),
})

/** What the history knows of a journal: the generation that it extends, and that it has at least so many changes. */
export type NotedJournal = Pick<v.InferOutput<typeof NotedSchema>, 'generation' | 'changes'>

const sumOf = ({ generation, changes }: NotedJournal): string => contentHash(`${generation} ${changes}`)

const pathIn = (folder: string): string => join(folder, 'journal.json')

/** The note in the folder of a history; undefined if there is none. */
export async function notedJournal(folder: string): Promise<NotedJournal | undefined> {
  const text = await readFile(pathIn(folder), 'utf8').catch(() => '')
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), NotedSchema), text)
  if (!read.success) return undefined
  const { sum, ...noted } = read.output
  return sum === sumOf(noted) ? noted : undefined
}

/** Writes or removes the note. It is not synced: an older one only says less. */
export async function noteJournal(folder: string, noted: NotedJournal | null): Promise<void> {
  if (noted) await writeFile(pathIn(folder), JSON.stringify({ ...noted, sum: sumOf(noted) }), { mode: 0o600 })
  else await unlink(pathIn(folder))
}

/** Milliseconds between two notes: less than the pause after which the file is written, and the journal with it. */
const BETWEEN = 250

/**
 * Notes in the history how many changes a project's journal has, so that it is noticed when the journal is removed or replaced
 * by an older one. As well as it can: nothing waits for it, and a failure only means that less is noticed.
 */
export class JournalNotes {
  #timer: ReturnType<typeof setTimeout> | undefined
  #noted = -BETWEEN
  #writing = Promise.resolve()

  /**
   * @param folder of the history; null if there is none
   * @param state what to note at the time; null if the journal has no changes
   */
  constructor(
    private readonly folder: string | null,
    private readonly state: () => NotedJournal | null,
  ) {}

  /** The journal has changed. */
  changed(): void {
    if (this.folder === null || this.#timer) return
    const pause = Math.max(0, BETWEEN - (performance.now() - this.#noted))
    this.#timer = setTimeout(() => void this.#note(), pause).unref()
  }

  /** Notes the last state. */
  async close(): Promise<void> {
    await this.#note()
  }

  #note(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const { folder } = this
    const state = this.state()
    // The first change is noted at once.
    if (state) this.#noted = performance.now()
    if (folder !== null)
      this.#writing = this.#writing.then(() => noteJournal(folder, state)).catch(() => undefined)
    return this.#writing
  }
}
