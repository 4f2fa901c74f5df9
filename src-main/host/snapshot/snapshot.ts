import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Low } from 'lowdb'
import * as v from 'valibot'
import { parse } from '#domain/document/load'
import type { Project } from '#domain/document/project'
import { lineageAfter } from '#domain/merge/lineage'
import { replay, withPatches, AcceptedPatchSchema, type AcceptedPatch } from '#domain/document/replay'
import type { WrittenTables } from '#domain/document/save'
import { summariseChanges } from '#domain/queries/project-diff'
import { beginningBeside, copyDurably, fileStamp, nameBeside, streamHash } from '../files/durable-file'
import { sumsOf } from '../files/file-checksum'
import { contentsOf, GenerationStore, whyNotKept, type Contents } from '../history/version-history'
import { journalPathOf, readJournal } from '../journal/journal'
import { decodeJournal, markOf } from '../journal/journal-format'
import { ProjectAdapter } from '../store/project-adapter'
import { parseBytes } from '../store/decode-project'
import { requireFileStamp } from '../store/require-file'
import { contentsAfter, readChangedRecords } from './changed-records'

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
  /**
   * What the file has, if it is known to have exactly the project that was open before the journal's lines: then
   * records that they do not change are copied. It is also for the list of earlier states.
   */
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
  readonly contents: Contents
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
  const { project: content, earlier, setAside, copied } = await projectFor(job, history)
  const isNew = earlier && earlier.about.revision !== content.about.revision
  const lineage = isNew && lineageAfter(earlier.about, job.generation)
  const project = lineage ? { ...content, about: { ...content.about, lineage } } : content
  const contents =
    copied && earlier && job.contents ? contentsAfter(job.contents, earlier, project) : contentsOf(project)
  let notKept: string | null = null
  const beforeReplacing = async ({ generation, fileStamp: coming }: UpcomingState, temporary: string) => {
    // A failure to keep the state in the history must not stop the file from being written.
    const changed = earlier && summariseChanges(earlier, project)
    notKept = await whyNotKept(history?.keep(temporary, generation, contents, path, changed))
    // Before the file is replaced: a process that is then killed has told nobody.
    if (setAside !== null) await history?.addUntoldVersion(setAside).catch(() => undefined)
    await announce({ generation, fileStamp: coming })
    if ((await fileStamp(path)) !== seen) throw new Error('the file was changed in the meantime')
  }
  const adapter = new ProjectAdapter(path, beforeReplacing, copied)
  await new Low<Project>(adapter, project).write()
  const { generation, fileStamp: standing, length } = adapter.written!
  notKept ??= await whyNotKept(history?.remember(generation, path, project))
  return { generation, fileStamp: standing, length, about: project.about, contents, setAside, notKept }
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
    // A copy of another user may be unreadable.
    const copy = await readFile(other).catch(() => undefined)
    if (copy?.equals(bytes)) return other
  }
  return undefined
}

/** What to write. */
interface Next {
  /** The project, without the records that are copied. */
  readonly project: Project
  /** The one in the file's generation, without the same records. */
  readonly earlier: Project | undefined
  readonly copied?: WrittenTables
  /** The path of the copy of another program's file. */
  readonly setAside: string | null
}

async function projectFor(job: SnapshotJob, history: GenerationStore | undefined): Promise<Next> {
  // Reading it and comparing its hash takes long for a large file, so both are done once.
  const standing = await standingOf(job.path)
  const sums = standing && sumsOf(standing)
  const isOurs = sums?.generation === job.generation
  const setAside = standing && !isOurs ? await keepExternalEdit(job.path, standing) : null
  const ours = isOurs ? standing : undefined
  if (ours && sums?.checksum === 'right' && job.contents && job.text === undefined) {
    const steps = await stepsOf(job)
    const part = readChangedRecords(ours, steps)
    if (part) {
      await keepBase(job, job.contents, history)
      return {
        project: withPatches(part.project, steps),
        earlier: part.project,
        copied: part.copied,
        setAside,
      }
    }
  }
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
  job: SnapshotJob,
  ours: Buffer | undefined,
  history: GenerationStore | undefined,
): Promise<Project> {
  const bytes = ours ?? (await history?.read(job.generation))
  const parsed = bytes && parseBytes(bytes)
  if (!parsed?.ok) throw new BaseLost('the generation that the journal extends is not there')
  if (ours) await keepBase(job, contentsOf(parsed.project), history)
  return parsed.project
}

/** Keeps the file that the journal extends. If this fails, keeping the new generation fails too and says why. */
const keepBase = async (
  { path, generation }: SnapshotJob,
  contents: Contents,
  history: GenerationStore | undefined,
): Promise<void> => history?.keep(path, generation, contents, path).catch(() => undefined)

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
