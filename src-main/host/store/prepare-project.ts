import { rename, rm } from 'node:fs/promises'
import { Low } from 'lowdb'
import { ContractError } from '#api/errors'
import { VERSION, type Project } from '#domain/document/project'
import { save } from '#domain/document/save'
import { copyDurably, fileStamp, nameBeside, reasonOf, removeLeftovers } from '../files/durable-file'
import { recoverProject } from '../recovery/recover-project'
import type { Recovered } from '../recovery/recovered'
import { recoveryMessage } from '../recovery/recovery-messages'
import { adoptHistory, belongsToAnother, archiveHistory } from '../history/adopt-history'
import { whyNotKept, type GenerationStore } from '../history/version-history'
import { Journal, journalPathOf } from '../journal/journal'
import { ProjectAdapter } from './project-adapter'
import { refuseTooLarge } from './decode-project'

/** A project with a sound file and journal, ready for changes. */
export interface PreparedProject {
  readonly project: Project
  /** The text of its file, as it is or will be. */
  readonly document: string
  readonly journal: Journal
  /** The state of the file: its SHA-256, its stamp, and the number of journal lines in it. */
  readonly generation: string
  readonly fileStamp: string
  readonly included: number
  /** Messages for the user about the file's state. */
  readonly messages: readonly string[]
  /** The copy of another program's file, if the journal had changes as well. */
  readonly otherVersion: string | null
  /** Why the history could not be found, put aside or continued, as part of a sentence; null if it could. */
  readonly notKept: string | null
}

/** Prepares a project on the disk. Damaged files are copied and replaced. The caller must hold the lock. */
export async function prepareProject(
  path: string,
  history: GenerationStore | undefined,
): Promise<PreparedProject> {
  const notAdopted = await whyNotKept(history && adoptHistory(history, path))
  const found = await recoverProject(path, history)
  const { project, version, otherVersion } = found
  const isAnother = history && !found.mend && (await belongsToAnother(history, project.about.id))
  const messages = isAnother ? [recoveryMessage.another] : found.messages
  const notKept = isAnother ? await whyNotKept(replaceHistory(history, path)) : notAdopted
  if (version > VERSION) throw new ContractError('newer-version', messages[0] ?? '')
  const document = refuseTooLarge(save(project))
  await Promise.all([removeLeftovers(path), removeLeftovers(journalPathOf(path))])
  if (found.mend) {
    const asides = [...found.asides, ...asidesOfOldVersion(path, found)]
    const mended = await mend(path, { ...found, asides }, history).catch((error: unknown) => {
      const reason = `The project is damaged, and the repaired file could not be written: ${reasonOf(error)}.`
      throw new ContractError('unreadable', `${reason} Nothing was changed.`, { cause: error })
    })
    return { ...mended, project, document, messages, otherVersion, notKept: notKept ?? mended.notKept }
  }
  if (version < VERSION) {
    const migrated = await replaceOldVersion(path, found, history)
    if (migrated)
      return { ...migrated, project, document, messages, otherVersion, notKept: notKept ?? migrated.notKept }
  }
  const { generation, lines, included } = found.journal
  const journal = new Journal(journalPathOf(path), generation, [...lines])
  const { generation: standing, fileStamp } = found.file
  return {
    project,
    document,
    journal,
    generation: standing,
    fileStamp,
    included,
    messages,
    otherVersion,
    notKept,
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
async function replaceOldVersion(path: string, found: Recovered, history: GenerationStore | undefined) {
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

async function mend(path: string, { project, asides }: Recovered, history: GenerationStore | undefined) {
  for (const { from, to } of asides) await copyDurably(from, to)
  const { generation, fileStamp, bytes } = await written(path, project)
  await rm(journalPathOf(path), { force: true })
  const notKept = await whyNotKept(history?.keep(bytes, generation, project, path))
  await history?.remember(generation, path, project).catch(() => undefined)
  const journal = new Journal(journalPathOf(path), generation)
  return { journal, generation, fileStamp, included: 0, notKept }
}

/** Creates a new project file. Throws `not-saved`, also if the file exists. */
export async function prepareNewProject(
  path: string,
  project: Project,
  history: GenerationStore | undefined,
): Promise<PreparedProject> {
  if (await fileStamp(path))
    throw new ContractError(
      'not-saved',
      'A file with that name exists already and was not changed. Choose another name.',
    )
  const document = refuseTooLarge(save(project))
  await setAsideJournal(path)
  const { generation, fileStamp: standing } = await written(path, project).catch((error: unknown) => {
    throw new ContractError('not-saved', `The project could not be created: ${reasonOf(error)}.`)
  })
  // A history of that path belongs to a file that is gone.
  const notKept = await whyNotKept(history && archiveHistory(history))
  const journal = new Journal(journalPathOf(path), generation)
  const state = { generation, fileStamp: standing, included: 0 }
  return { ...state, project, document, journal, messages: [], otherVersion: null, notKept }
}

/** Renames an existing journal: it belongs to a project file that is gone. */
async function setAsideJournal(path: string): Promise<void> {
  const journal = journalPathOf(path)
  await rename(journal, nameBeside(journal, 'left behind')).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT')
      throw new ContractError('not-saved', `The project could not be created: ${reasonOf(error)}.`)
  })
}

async function written(path: string, project: Project) {
  const adapter = new ProjectAdapter(path)
  await new Low<Project>(adapter, project).write()
  return adapter.state!
}
