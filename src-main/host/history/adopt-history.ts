import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { beginningBeside, writeDurably } from '../files/durable-file'
import { GenerationStore, type Last } from './version-history'
import { journalPathOf, readJournal } from '../journal/journal'
import { decodeJournal } from '../journal/journal-format'
import { linesAlreadyInFile } from '../journal/journal-replay'
import { readState } from '../store/project-adapter'
import { isFree } from '../store/project-lock'

/** Bytes to read of a project file to find the project's id, which is near its beginning. */
const HEAD = 16 * 1024

/**
 * Gives a file without a history the history that its project has at another path. If the file was moved, the history
 * moves with it; a copy of the file gets the kept states up to its own content. The caller must hold the file's lock.
 * @param own the history of the file at the path
 */
export async function adoptHistory(own: GenerationStore, path: string): Promise<void> {
  if (await own.isThere()) return
  const project = await projectAt(path)
  if (typeof project !== 'string') return
  const generation = (await readState(path))?.generation ?? ''
  const others = await historiesOf(project, dirname(own.folder))
  const match = others.find(({ kept }) => kept.some((each) => each.generation === generation))
  const other = match ?? (await firstOf(others, ({ last }) => hasLeft(last)))
  if (!other) return
  // An old state is more likely a copy than the moved file, whose latest state may still turn up.
  if ((!match || other.last.generation === generation) && (await hasLeft(other.last))) {
    await rename(other.history.folder, own.folder)
    await own.setLast({ ...other.last, path })
    await bringJournal(other.last.path, path, generation)
  } else {
    await share(other, own, generation)
  }
}

/**
 * Moves the journal that stayed behind when the project file alone was moved, if it extends this generation. It has another
 * name if another project was opened at the old path since.
 */
async function bringJournal(from: string, path: string, generation: string): Promise<void> {
  const here = journalPathOf(path)
  if (await readJournal(here)) return
  for (const left of await journalsLeftAt(from)) {
    const bytes = await readJournal(left)
    if (!bytes || linesAlreadyInFile(decodeJournal(bytes), generation) === undefined) continue
    await writeDurably(here, bytes)
    return rm(left)
  }
}

/** The journal of the project at a path, and those that earlier projects left behind there, newest first. */
async function journalsLeftAt(path: string): Promise<string[]> {
  const journal = journalPathOf(path)
  const beginning = beginningBeside(journal, 'left behind')
  const names = await readdir(dirname(journal)).catch(() => [])
  const behind = names.filter((name) => name.startsWith(beginning) && name.endsWith(extname(journal)))
  return [
    journal,
    ...behind
      .sort()
      .reverse()
      .map((name) => join(dirname(journal), name)),
  ]
}

/** Whether a history belongs to another project, judging by its last record and by its newest kept state, if it has one. */
export async function belongsToAnother(own: GenerationStore, project: string): Promise<boolean> {
  const said = (await own.last())?.project
  if (!said || said === project) return false
  const [newest] = await own.list()
  if (!newest) return true
  const text = await own.text(newest.id).catch(() => undefined)
  return text !== undefined && idIn(text.slice(0, HEAD)) !== project
}

/** Renames a history because another project now has its path. It can still be found by its project's id. */
export async function archiveHistory(own: GenerationStore): Promise<void> {
  if (!(await own.isThere())) return
  const time = new Date().toISOString().replaceAll(':', '-')
  await rename(own.folder, `${own.folder} until ${time}`)
}

interface History {
  readonly history: GenerationStore
  readonly last: Last
  /** Newest first. */
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

/** Whether the project is no longer at its recorded path. False if in doubt. */
async function hasLeft({ path, project }: Last): Promise<boolean> {
  const standing = await projectAt(path)
  return standing !== undefined && standing !== project && (await isFree(path))
}

/** The id of the project in a file; null if there is no file, undefined if the id cannot be read. */
async function projectAt(path: string): Promise<string | null | undefined> {
  try {
    // Opening a pipe waits for a writer.
    if (!(await stat(path)).isFile()) return undefined
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

/** The id in the beginning of a project file; undefined if it cannot be read. */
function idIn(head: string): string | undefined {
  const [, id] = /^\s*\{\s*"format":\s*"counterpoint",[^{[]*?"id":\s*("(?:[^"\\]|\\.)*")/.exec(head) ?? []
  return id === undefined ? undefined : (JSON.parse(id) as string)
}

/** Links the states that a copy has in common with its original. Earlier states never change, so both can share them. */
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
