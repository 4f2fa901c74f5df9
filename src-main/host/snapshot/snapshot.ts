import { copyFile, readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Low } from 'lowdb'
import * as v from 'valibot'
import { parse } from '#domain/document/load'
import type { Project } from '#domain/document/project'
import { replay, AcceptedPatchSchema, type AcceptedPatch } from '#domain/document/replay'
import { fileStamp, contentHash, nameBeside } from '../files/durable-file'
import { GenerationStore } from '../history/version-history'
import { journalPathOf, readJournal } from '../journal/journal'
import { decodeJournal, markOf } from '../journal/journal-format'
import { ProjectAdapter } from '../store/project-adapter'
import { decodeUtf8 } from '../store/decode-project'
import { requireFileStamp } from '../store/require-file'

/** A snapshot to be made: the project's file, and the lines of the journal that are to come into it. */
export interface SnapshotJob {
  readonly path: string
  /** The folder in which generations of this project are kept; null where none are. */
  readonly history: string | null
  /** What the project's file should hold now. */
  readonly generation: string
  /** Lines of the journal that are in that generation already, and how many will be in the new one. */
  readonly from: number
  readonly through: number
  /** The whole project as text: instead of file and journal, where they are not to be had. */
  readonly text?: string
  /** Whether the file is to be made again where it has vanished, which is its user's choice alone. */
  readonly again?: boolean
}

/** A state of the file that is about to stand there. */
export interface UpcomingState {
  readonly generation: string
  readonly fileStamp: string
}

export interface Snapshot extends UpcomingState {
  /** Bytes. */
  readonly length: number
  /** Where what another program had left in the file was put. */
  readonly setAside: string | null
}

/** Neither the file nor the history holds what the journal extends, or the journal cannot be read back. */
export class BaseLost extends Error {}

/**
 * Writes the project's file anew from what is on the disk: the generation that stands there and the journal's lines.
 * What another program has left in the file is kept beside it first. The new state is kept in the history before it
 * replaces the file.
 * @param announce is told what is about to stand there; by throwing it keeps the old file
 */
export async function makeSnapshot(
  job: SnapshotJob,
  announce: (coming: UpcomingState) => Promise<void>,
): Promise<Snapshot> {
  const { path } = job
  const history = job.history === null ? undefined : new GenerationStore(job.history)
  const seen = job.again ? await fileStamp(path) : await requireFileStamp(path)
  const setAside = await keepForeign(job)
  const { project, earlier } = await projectFor(job, history)
  const adapter = new ProjectAdapter(path, async ({ bytes, generation, fileStamp: coming }) => {
    // What cannot be kept in the history is no reason to keep it out of the file.
    await history?.keep(bytes, generation, project, path, earlier).catch(() => undefined)
    await announce({ generation, fileStamp: coming })
    if ((await fileStamp(path)) !== seen) throw new Error('the file was changed meanwhile')
  })
  await new Low<Project>(adapter, project).write()
  const { bytes, generation, fileStamp: standing } = adapter.state!
  await history?.remember(generation, path, project).catch(() => undefined)
  return { generation, fileStamp: standing, length: bytes.length, setAside }
}

/** Keeps the file as it stands in the history. */
export async function keepGeneration({ path, history, generation }: SnapshotJob): Promise<void> {
  const bytes = await readFile(path)
  const parsed = parse(decodeUtf8(bytes))
  if (history === null || !parsed.ok || contentHash(bytes) !== generation) return
  await new GenerationStore(history).keep(bytes, generation, parsed.project, path)
}

/** Where what another program has put in the place of the file is kept; null when it is as it was left, or gone. */
async function keepForeign({ path, generation }: SnapshotJob): Promise<string | null> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!bytes || contentHash(bytes) === generation) return null
  const known = await twinOf(path, bytes)
  if (known) return known
  const copy = nameBeside(path, 'changed elsewhere')
  await copyFile(path, copy)
  return copy
}

/** A copy of these bytes that was kept when this was tried before. */
async function twinOf(path: string, bytes: Buffer): Promise<string | undefined> {
  const stem = `${basename(path).replace(/\.json$/i, '')} (changed elsewhere `
  for (const name of await readdir(dirname(path))) {
    const other = join(dirname(path), name)
    if (!name.startsWith(stem) || (await stat(other)).size !== bytes.length) continue
    if ((await readFile(other)).equals(bytes)) return other
  }
  return undefined
}

async function projectFor(
  job: SnapshotJob,
  history: GenerationStore | undefined,
): Promise<{ project: Project; earlier?: Project }> {
  if (job.text !== undefined) {
    const parsed = parse(job.text)
    if (!parsed.ok) throw new Error(parsed.message)
    return { project: parsed.project }
  }
  const base = await baseOf(job, history)
  const loaded = replay(base, await stepsOf(job))
  if (!loaded.ok) throw new BaseLost(loaded.message)
  return { project: loaded.project, earlier: base }
}

async function baseOf(
  { path, generation }: SnapshotJob,
  history: GenerationStore | undefined,
): Promise<Project> {
  const standing = await readFile(path).catch(() => undefined)
  const bytes = standing && contentHash(standing) === generation ? standing : await history?.read(generation)
  const parsed = bytes && parse(decodeUtf8(bytes))
  if (!parsed?.ok) throw new BaseLost('the generation that the journal extends is not there')
  if (bytes === standing)
    await history?.keep(standing!, generation, parsed.project, path).catch(() => undefined)
  return parsed.project
}

async function stepsOf({ path, from, through }: SnapshotJob): Promise<AcceptedPatch[]> {
  const lines = decodeJournal((await readJournal(journalPathOf(path))) ?? Buffer.alloc(0)).lines
  const wanted = lines.filter(({ sequence }) => sequence > from && sequence <= through)
  if (wanted.length !== through - from) throw new BaseLost('the journal cannot be read back')
  return wanted.flatMap(({ value }) => {
    if (markOf(value)) return []
    const step = v.safeParse(AcceptedPatchSchema, value)
    if (!step.success) throw new BaseLost('the journal cannot be read back')
    return [step.output]
  })
}
