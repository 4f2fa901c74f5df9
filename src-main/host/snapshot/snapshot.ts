import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Low } from 'lowdb'
import * as v from 'valibot'
import { parse } from '#domain/document/load'
import type { Project } from '#domain/document/project'
import { lineageAfter } from '#domain/merge/lineage'
import { replay, AcceptedPatchSchema, type AcceptedPatch } from '#domain/document/replay'
import { summariseChanges } from '#domain/queries/project-diff'
import {
  beginningBeside,
  contentHash,
  copyDurably,
  fileStamp,
  nameBeside,
  streamHash,
} from '../files/durable-file'
import { contentsOf, GenerationStore, whyNotKept, type Contents } from '../history/version-history'
import { journalPathOf, readJournal } from '../journal/journal'
import { decodeJournal, markOf } from '../journal/journal-format'
import { ProjectAdapter } from '../store/project-adapter'
import { parseBytes } from '../store/decode-project'
import { requireFileStamp } from '../store/require-file'

/** A snapshot to make: the project's file, and the journal lines to include. */
export interface SnapshotJob {
  readonly path: string
  /** The folder of the project's history; null if it has none. */
  readonly history: string | null
  /** The generation that the project's file should have now. */
  readonly generation: string
  /** The number of journal lines in that generation, and the number that the new one will include. */
  readonly from: number
  readonly through: number
  /** The text of the whole project, instead of file and journal if these cannot be read. */
  readonly text?: string
  /** What the file has, if that is known without reading it: for the list of earlier states. */
  readonly contents?: Contents | undefined
  /** Whether to create the file again if it is gone. Only the user may decide that. */
  readonly again?: boolean
}

/** The file that is about to replace the old one. */
export interface UpcomingState {
  readonly generation: string
  readonly fileStamp: string
}

export interface Snapshot extends UpcomingState {
  /** Bytes. */
  readonly length: number
  /** The fields outside the tables. */
  readonly about: Project['about']
  /** The path of the copy of another program's file; null if there was none. */
  readonly setAside: string | null
  /** Why it could not be kept in the history, as part of a sentence; null if it was kept. */
  readonly notKept: string | null
}

/** Neither the file nor the history has the generation that the journal extends, or the journal cannot be read. */
export class BaseLost extends Error {}

/**
 * Rewrites the project's file from the disk: its generation with the journal's lines. Another program's version of
 * the file is copied first. The new state is kept in the history before it replaces the file.
 * @param announce called with the new state before the rename; it keeps the old file by throwing
 */
export async function makeSnapshot(
  job: SnapshotJob,
  announce: (coming: UpcomingState) => Promise<void>,
): Promise<Snapshot> {
  const { path } = job
  const history = job.history === null ? undefined : new GenerationStore(job.history)
  const seen = job.again ? await fileStamp(path) : await requireFileStamp(path)
  const { project: content, earlier, setAside } = await projectFor(job, history)
  const isNew = earlier && earlier.about.revision !== content.about.revision
  const lineage = isNew && lineageAfter(earlier.about, job.generation)
  const project = lineage ? { ...content, about: { ...content.about, lineage } } : content
  let notKept: string | null = null
  const adapter = new ProjectAdapter(path, async ({ generation, fileStamp: coming }, temporary) => {
    // A failure to keep the state in the history must not stop the file from being written.
    const changed = earlier && summariseChanges(earlier, project)
    notKept = await whyNotKept(history?.keep(temporary, generation, contentsOf(project), path, changed))
    await announce({ generation, fileStamp: coming })
    if ((await fileStamp(path)) !== seen) throw new Error('the file was changed in the meantime')
  })
  await new Low<Project>(adapter, project).write()
  const { generation, fileStamp: standing, length } = adapter.written!
  notKept ??= await whyNotKept(history?.remember(generation, path, project))
  return { generation, fileStamp: standing, length, about: project.about, setAside, notKept }
}

/** Keeps the file's current content in the history. */
export async function keepGeneration({ path, history, generation, ...job }: SnapshotJob): Promise<void> {
  if (history === null || (await streamHash(createReadStream(path))) !== generation) return
  const contents = job.contents ?? (await contentsAt(path))
  await new GenerationStore(history).keep(path, generation, contents, path)
}

/** What a file has that was checked when it was opened. */
async function contentsAt(path: string): Promise<Contents> {
  const parsed = parseBytes(await readFile(path))
  if (!parsed.ok) throw new Error(parsed.message)
  return contentsOf(parsed.project)
}

/** The bytes of the file; undefined if it is gone. */
const standingOf = (path: string): Promise<Buffer | undefined> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })

/** Copies a file that another program wrote. Returns the path of the copy. */
async function keepExternalEdit(path: string, bytes: Buffer): Promise<string> {
  const known = await twinOf(path, bytes)
  if (known) return known
  const copy = nameBeside(path, 'changed elsewhere')
  await copyDurably(path, copy)
  return copy
}

/** A copy of these bytes from an earlier attempt. */
async function twinOf(path: string, bytes: Buffer): Promise<string | undefined> {
  const stem = beginningBeside(path, 'changed elsewhere')
  for (const name of await readdir(dirname(path))) {
    const other = join(dirname(path), name)
    if (!name.startsWith(stem) || (await stat(other)).size !== bytes.length) continue
    if ((await readFile(other)).equals(bytes)) return other
  }
  return undefined
}

/** The project to write, the one in the file's generation, and the path of the copy of another program's file. */
async function projectFor(
  job: SnapshotJob,
  history: GenerationStore | undefined,
): Promise<{ project: Project; earlier: Project | undefined; setAside: string | null }> {
  // Reading it and comparing its hash takes long for a large file, so both are done once.
  const standing = await standingOf(job.path)
  const isOurs = standing !== undefined && contentHash(standing) === job.generation
  const setAside = standing && !isOurs ? await keepExternalEdit(job.path, standing) : null
  const ours = isOurs ? standing : undefined
  if (job.text !== undefined) {
    const parsed = parse(job.text)
    if (!parsed.ok) throw new Error(parsed.message)
    const earlier = await baseOf(job, ours, history).catch(() => undefined)
    return { project: parsed.project, earlier, setAside }
  }
  const base = await baseOf(job, ours, history)
  const loaded = replay(base, await stepsOf(job))
  if (!loaded.ok) throw new BaseLost(loaded.message)
  return { project: loaded.project, earlier: base, setAside }
}

/** @param ours the bytes of the file, if it has the generation that the journal extends */
async function baseOf(
  { path, generation }: SnapshotJob,
  ours: Buffer | undefined,
  history: GenerationStore | undefined,
): Promise<Project> {
  const bytes = ours ?? (await history?.read(generation))
  const parsed = bytes && parseBytes(bytes)
  if (!parsed?.ok) throw new BaseLost('the generation that the journal extends is not there')
  // If this fails, keeping the new generation fails too and says why.
  if (ours) await history?.keep(path, generation, contentsOf(parsed.project), path).catch(() => undefined)
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
