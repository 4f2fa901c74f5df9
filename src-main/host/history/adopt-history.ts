import { copyFile, link, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { contentHash, writeDurably } from '../files/durable-file'
import { GenerationStore, type Last } from './version-history'
import { journalPathOf, readJournal } from '../journal/journal'
import { decodeJournal } from '../journal/journal-format'
import { readState } from '../store/project-adapter'
import { isFree } from '../store/project-lock'

/** The id of a project stands at the head of its file: so many bytes of it are read. */
const HEAD = 16 * 1024

/**
 * Sees to it that a file without a history has the one that its project had elsewhere. Where the project is no longer
 * there, the history comes along whole; a copy of the file, or an old state of it, takes over the states up to its own.
 * Locked only.
 * @param own of the file at that path
 */
export async function adoptHistory(own: GenerationStore, path: string): Promise<void> {
  if (await own.isThere()) return
  const project = await projectAt(path)
  if (typeof project !== 'string') return
  const generation = contentHash((await readState(path))?.bytes ?? '')
  const others = await historiesOf(project, dirname(own.folder))
  const match = others.find(({ kept }) => kept.some((each) => each.generation === generation))
  const other = match ?? (await firstOf(others, ({ last }) => hasLeft(last)))
  if (!other) return
  // A state that is not the latest is likelier that of an old copy: the latest may be found yet.
  if ((!match || other.last.generation === generation) && (await hasLeft(other.last))) {
    await rename(other.history.folder, own.folder)
    await own.setLast({ ...other.last, path })
    await bringJournal(other.last.path, path, generation)
  } else {
    await share(other, own, generation)
  }
}

/** Changes that were left beside a file's former place when it alone was moved, if they are of this generation. */
async function bringJournal(from: string, path: string, generation: string): Promise<void> {
  const [left, here] = [journalPathOf(from), journalPathOf(path)]
  const bytes = await readJournal(left)
  if (!bytes || (await readJournal(here)) || decodeJournal(bytes).generation !== generation) return
  await writeDurably(here, bytes)
  await rm(left)
}

/** Whether a history is of another project than this, by what was said of it and by the newest state that it has. */
export async function belongsToAnother(own: GenerationStore, project: string): Promise<boolean> {
  const said = (await own.last())?.project
  if (!said || said === project) return false
  const [newest] = await own.list()
  const text = newest && (await own.text(newest.id).catch(() => undefined))
  return text !== undefined && idIn(text.slice(0, HEAD)) !== project
}

/** Puts a history out of the way of another project that stands at its path now. It stays to be found. */
export async function archiveHistory(own: GenerationStore): Promise<void> {
  if (!(await own.isThere())) return
  const time = new Date().toISOString().replaceAll(':', '-')
  await rename(own.folder, `${own.folder} until ${time}`)
}

interface History {
  readonly history: GenerationStore
  readonly last: Last
  /** The newest first. */
  readonly kept: Awaited<ReturnType<GenerationStore['list']>>
}

/** All histories of a project, the one with the newest state first. */
async function historiesOf(project: string, folder: string): Promise<History[]> {
  const names = await readdir(folder).catch(() => [])
  const found = names.map(async (name): Promise<History[]> => {
    const history = new GenerationStore(join(folder, name))
    const last = await history.last()
    return last?.project === project ? [{ history, last, kept: await history.list() }] : []
  })
  const newest = ({ kept }: History) => kept[0]?.made ?? ''
  return (await Promise.all(found)).flat().sort((a, b) => (newest(a) < newest(b) ? 1 : -1))
}

/** Whether the project is no longer where it was. In doubt it is. */
async function hasLeft({ path, project }: Last): Promise<boolean> {
  const standing = await projectAt(path)
  return standing !== undefined && standing !== project && (await isFree(path))
}

/** The id of the project in a file; null where there is no file, undefined where it cannot be told. */
async function projectAt(path: string): Promise<string | null | undefined> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
      return idIn(buffer.toString('utf8', 0, bytesRead))
    } finally {
      await file.close()
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    return ['ENOENT', 'ENOTDIR'].includes(code) ? null : undefined
  }
}

/** The id of the project whose file begins so; undefined where it cannot be told. */
function idIn(head: string): string | undefined {
  const [, id] = /^\s*\{\s*"format":\s*"counterpoint",[^{[]*?"id":\s*("(?:[^"\\]|\\.)*")/.exec(head) ?? []
  return id === undefined ? undefined : (JSON.parse(id) as string)
}

/** Gives a copy the states that it has in common with the project it is a copy of. They are never changed. */
async function share({ history, kept }: History, own: GenerationStore, generation: string): Promise<void> {
  const common = kept.slice(kept.findIndex((each) => each.generation === generation))
  await mkdir(own.folder, { recursive: true, mode: 0o700 })
  for (const { id } of common) {
    for (const from of history.filesOf(id)) {
      const to = join(own.folder, basename(from))
      await link(from, to).catch(() => copyFile(from, to))
    }
  }
}

async function firstOf<Item>(items: readonly Item[], is: (item: Item) => Promise<boolean>) {
  for (const item of items) if (await is(item)) return item
  return undefined
}
