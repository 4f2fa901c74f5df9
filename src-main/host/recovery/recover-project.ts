import { basename } from 'node:path'
import { ContractError } from '#api/errors'
import { load, settle, type Parsed } from '#domain/document/load'
import { VERSION } from '#domain/document/project'
import { reasonUnread } from '../files/durable-file'
import { notedJournal, type NotedJournal } from '../history/noted-journal'
import type { GenerationStore } from '../history/version-history'
import { journalPathOf, readJournal } from '../journal/journal'
import { decodeJournal, JOURNAL_VERSION } from '../journal/journal-format'
import { linesAlreadyInFile, withNoted } from '../journal/journal-replay'
import { readState, type FileState } from '../store/project-adapter'
import { lastGood } from './last-good'
import { journalAside, keptAs, left, parsedOf, type Read, type Recovered } from './recovered'
import { recoveryMessage } from './recovery-messages'
import { fromFile, withOurs, withoutOurs } from './verdicts'

const gone = (path: string) =>
  new ContractError(
    'not-found',
    `The file “${basename(path)}” does not exist any more. It may have been moved or renamed.`,
  )

/**
 * Reads a project from its file and its journal. If the file is neither what the journal extends nor what was written
 * last, this finds out whether it was damaged or changed by another program. A damaged file is replaced by the last
 * good generation.
 * @param readOnly whether the caller only reads it: then the messages name no copies
 */
export async function recoverProject(
  path: string,
  history: GenerationStore | undefined,
  readOnly = false,
): Promise<Recovered> {
  // Before file and journal: a project that is open elsewhere may get more changes in the meantime.
  const noted = history && (await notedJournal(history.folder))
  const file = await readState(path)
  if (!file) throw gone(path)
  const parsed = parsedOf(file.bytes)
  const kept = (await history?.list()) ?? []
  const generations = [file.generation, ...new Set(kept.map(({ generation }) => generation))]
  const bytes = await readJournal(journalPathOf(path)).catch((error: unknown) => {
    throw new ContractError(
      'unreadable',
      `The changes beside the file could not be read: ${reasonUnread(error)}.`,
    )
  })
  const decoded = bytes && decodeJournal(bytes, generations)
  if ((decoded?.version ?? 0) > JOURNAL_VERSION || (parsed.ok && parsed.version > VERSION)) {
    return newer(file, parsed, (decoded?.version ?? 0) > JOURNAL_VERSION)
  }
  if (decoded?.generation !== undefined) {
    const journal = withNoted(decoded, noted)
    return find(path, { file, parsed, journal, readOnly }, generations, history)
  }
  const lost = await changesLost(noted, file, history)
  const isLost = decoded !== undefined || lost > 0
  const found = await find(path, { file, parsed, journal: undefined, isLost, readOnly }, generations, history)
  if (decoded) return withUnreadableJournal(path, readOnly, found, lost)
  return lost > 0 ? withoutJournal(path, found, lost) : found
}

/** How many changes at least a journal had that is gone or cannot be read, if it belongs to the file or to its last state. */
async function changesLost(
  noted: NotedJournal | undefined,
  { generation, checksum }: FileState,
  history: GenerationStore | undefined,
): Promise<number> {
  if (!noted) return 0
  const isOfFile = noted.generation === generation
  // A file that Counterpoint wrote since has those changes.
  const isOfLast = checksum !== 'right' && noted.generation === (await history?.last())?.generation
  return isOfFile || isOfLast ? noted.changes : 0
}

const withoutJournal = (path: string, found: Recovered, lost: number): Recovered => ({
  ...found,
  harmed: true,
  messages: [...found.messages, recoveryMessage.journalGone(lost, basename(journalPathOf(path)))],
})

async function find(
  path: string,
  read: Read,
  generations: readonly string[],
  history: GenerationStore | undefined,
): Promise<Recovered> {
  const { file, parsed, journal } = read
  const included = journal && linesAlreadyInFile(journal, file.generation)
  const last = await history?.last()
  const isKnown = journal ? included !== undefined : last?.generation === file.generation
  const checksum = isKnown ? 'right' : file.checksum
  // Without journal and history, the file itself is all there is to tell.
  const expected = isKnown || (!journal && !last && checksum !== 'wrong')
  if (expected && parsed.ok) {
    const found = fromFile(path, { ...read, included: included ?? 0 })
    if (found) return found
  }
  const ours = await lastGood(journal, generations.slice(1), history, file.generation)
  if (!ours) return withoutOurs(path, { ...read, included, checksum })
  return withOurs(path, { ...read, ours, checksum, untouched: last?.fileStamp === file.fileStamp })
}

function withUnreadableJournal(path: string, readOnly: boolean, found: Recovered, lost: number): Recovered {
  const aside = journalAside(path)
  const messages = [...found.messages, recoveryMessage.journalUnreadable(lost, keptAs({ readOnly }, aside))]
  return { ...found, mend: 'file', harmed: true, asides: [...found.asides, aside], messages }
}

function newer(file: FileState, parsed: Parsed, isJournal: boolean): Recovered {
  const settled = parsed.ok && !isJournal ? settle(parsed.project) : undefined
  if (!parsed.ok || !settled?.ok) {
    const whole = load(file.bytes.toString())
    const message = whole.ok
      ? 'The changes beside the file were written by a newer Counterpoint. Update Counterpoint to open it.'
      : whole.message
    throw left(new ContractError('newer-version', message))
  }
  const journal = { generation: file.generation, lines: [], included: 0 }
  const { version } = parsed
  return {
    ...{ project: settled.project, file, version, journal, mend: null, harmed: false, asides: [] },
    ...{ otherVersion: null, messages: [recoveryMessage.newer(version)] },
  }
}
