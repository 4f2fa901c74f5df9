import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ContractError } from '#api/errors'
import { hasUnsearched } from '#domain/anchoring/reanchor'
import { VERSION, type Project } from '#domain/document/project'
import {
  copyDurably,
  fileStamp,
  nameBeside,
  reasonOf,
  removeLeftovers,
  syncFolder,
  writeDurably,
} from '../files/durable-file'
import { takeAccess } from '../files/file-access'
import { recoverProject } from '../recovery/recover-project'
import type { Recovered } from '../recovery/recovered'
import { recoveryMessage } from '../recovery/recovery-messages'
import { adoptHistory, belongsToAnother, archiveHistory } from '../history/adopt-history'
import { contentsOf, whyNotKept, type Contents, type GenerationStore } from '../history/version-history'
import { Journal, journalPathOf } from '../journal/journal'
import { bringOldJournal } from './old-journal'
import { writeProject } from './project-adapter'
import { refuseTooLarge } from './decode-project'
import { fileBytes, filePieces } from './file-text'

/** The state of a project on the disk. */
export interface State {
  readonly journal: Journal
  /** The state of the file: its SHA-256, its stamp, and the number of journal lines in it. */
  readonly generation: string
  readonly fileStamp: string
  readonly included: number
  /** Why the history could not be found, put aside or continued, as part of a sentence; null if it could. */
  readonly notKept: string | null
}

/** A project with a sound file and journal, ready for changes. */
export interface PreparedProject extends State {
  readonly project: Project
  /** Its file, as it is or will be. */
  readonly document: Buffer
  /** What the file has; undefined if it is not known to have exactly this project. */
  readonly contents: Contents | undefined
  /** Messages for the user about the file's state. */
  readonly messages: readonly string[]
  /** Whether anything was damaged or missing. */
  readonly harmed: boolean
  /** The copies of other programs' versions of the file of which no user has been told yet, oldest first. */
  readonly otherVersions: readonly string[]
  /** Whether there are passages that were not searched for to the end. */
  readonly isUnsearched: boolean
}

/** Prepares a project on the disk. Damaged files are copied and replaced. The caller must hold the lock. */
export async function prepareProject(
  path: string,
  history: GenerationStore | undefined,
): Promise<PreparedProject> {
  await bringOldJournal(path)
  const notAdopted = await whyNotKept(history && adoptHistory(history, path))
  const found = await recoverProject(path, history)
  const { project, version } = found
  const isAnother = history && found.mend !== 'file' && (await belongsToAnother(history, project.about.id))
  const news = isAnother && !found.mend ? [recoveryMessage.another] : found.messages
  const notKept = isAnother ? await whyNotKept(replaceHistory(history, path)) : notAdopted
  if (version > VERSION) throw new ContractError('newer-version', news[0] ?? '')
  const document = documentOf(found)
  await Promise.all([removeLeftovers(path), removeLeftovers(journalPathOf(path))])
  const before = await history?.untold()
  const untold = {
    messages: [...(before?.messages ?? []), ...news],
    versions: [
      ...(await standing(before?.versions ?? [])),
      ...(found.otherVersion ? [found.otherVersion] : []),
    ],
  }
  const isUnsearched = hasUnsearched(project)
  const messages = [...untold.messages, ...(isUnsearched ? [recoveryMessage.unsearched] : [])]
  const isNew = news.length > 0 || found.otherVersion !== null
  // Before anything is mended: a second opening finds nothing to report.
  if (isNew) await history?.updateUntold(() => untold).catch(() => undefined)
  try {
    const state = await mended(path, found, history)
    const { harmed, isAsInFile, mend } = found
    const contents = isAsInFile && !mend && version === VERSION ? contentsOf(project) : undefined
    return {
      ...{ ...state, project, document, contents, messages, harmed, isUnsearched },
      otherVersions: untold.versions,
      notKept: notKept ?? state.notKept,
    }
  } catch (error) {
    if (isNew && before) await history?.updateUntold(() => before).catch(() => undefined)
    throw error
  }
}

/** The files that are still there. */
async function standing(paths: readonly string[]): Promise<string[]> {
  const stamps = await Promise.all(paths.map((path) => fileStamp(path).catch(() => undefined)))
  return paths.filter((_path, at) => stamps[at] !== undefined)
}

/**
 * The content of the project's file: what it has, if Counterpoint wrote it and opening changed nothing. Serialising a large
 * project takes a second.
 */
function documentOf({ file, project, version, isAsInFile }: Recovered): Buffer {
  if (isAsInFile && version === VERSION && file.checksum === 'right') return file.bytes
  return refuseTooLarge(fileBytes(project))
}

/** The state of a project on the disk, after what is damaged or of an older version has been replaced. */
async function mended(path: string, found: Recovered, history: GenerationStore | undefined): Promise<State> {
  if (found.mend === 'file') {
    const asides = [...found.asides, ...asidesOfOldVersion(path, found)]
    return mend(path, { ...found, asides }, history).catch((error: unknown) => {
      const reason = `The project is damaged, and the repaired file could not be written: ${reasonOf(error)}.`
      throw new ContractError('unreadable', `${reason} Nothing was changed.`, { cause: error })
    })
  }
  if (found.mend === 'journal') await putAway(path, found)
  const migrated = found.version < VERSION ? await replaceOldVersion(path, found, history) : undefined
  if (migrated) return migrated
  const { generation, lines, included } = found.journal
  const journal = new Journal(path, found.project.about.id, generation, [...lines])
  return {
    ...{ journal, generation: found.file.generation, fileStamp: found.file.fileStamp, included },
    notKept: null,
  }
}

/** Puts away the journal of another project, and writes that project to a file of its own if it is known. */
async function putAway(path: string, { asides, rescued }: Recovered): Promise<void> {
  try {
    if (rescued)
      await writeDurably(rescued.to, filePieces(rescued.project), async (temporary) => {
        // The journal has the access of the file that is gone.
        await takeAccess(journalPathOf(path), temporary)
      })
    for (const { from, to } of asides) await rename(from, to)
    await syncFolder(dirname(path))
  } catch (error) {
    const reason = `The changes of another project are beside the file and could not be put aside: ${reasonOf(error)}.`
    throw new ContractError('unreadable', `${reason} Nothing was changed.`, { cause: error })
  }
}

/** Puts aside the history of another project that was at this path. */
async function replaceHistory(history: GenerationStore, path: string): Promise<void> {
  await archiveHistory(history)
  await adoptHistory(history, path)
}

/**
 * Writes a migrated project at once, since a journal holds records of one version only. The old file is copied beside it,
 * and so is its journal. Undefined if this cannot be written and no journal stands in the way: the project is then open,
 * and its first change will say why it cannot be saved.
 */
async function replaceOldVersion(
  path: string,
  found: Recovered,
  history: GenerationStore | undefined,
): Promise<State | undefined> {
  try {
    return await mend(path, { ...found, asides: asidesOfOldVersion(path, found) }, history)
  } catch (error) {
    if (found.journal.lines.length === 0) return undefined
    const reason = `The project has an older format and could not be upgraded: ${reasonOf(error)}.`
    throw new ContractError('unreadable', `${reason} Nothing was changed.`, { cause: error })
  }
}

/** Copies of a project of an older version: of its file, and of its journal where it has one. None of a current one. */
function asidesOfOldVersion(path: string, { version, journal, asides }: Recovered): Recovered['asides'] {
  if (version >= VERSION) return []
  return [path, ...(journal.lines.length > 0 ? [journalPathOf(path)] : [])]
    .filter((from) => !asides.some((aside) => aside.from === from))
    .map((from) => ({ from, to: nameBeside(from, `version ${version}`) }))
}

async function mend(
  path: string,
  { project, asides }: Recovered,
  history: GenerationStore | undefined,
): Promise<State> {
  for (const { from, to } of asides) await copyDurably(from, to)
  const { generation, fileStamp } = await writeProject(path, project)
  await rm(journalPathOf(path), { force: true })
  const notKept = await whyNotKept(history?.keep(path, generation, contentsOf(project), path))
  const journal = new Journal(path, project.about.id, generation)
  return { journal, generation, fileStamp, included: 0, notKept }
}
