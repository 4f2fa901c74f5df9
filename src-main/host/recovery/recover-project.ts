import { basename } from 'node:path'
import { ContractError } from '#api/errors'
import { load, parse, settle, type Parsed } from '#domain/document/load'
import { VERSION, type Project } from '#domain/document/project'
import { replayWhatFits } from '#domain/document/replay'
import { nameBeside, reasonUnread } from '../files/durable-file'
import { recoveryMessage } from './recovery-messages'
import type { GenerationStore } from '../history/version-history'
import { journalPathOf, readJournal } from '../journal/journal'
import { decodeJournal, JOURNAL_VERSION, markOf, type Decoded } from '../journal/journal-format'
import { linesAlreadyInFile, restOfJournal, withSteps } from '../journal/journal-replay'
import { readState, type FileState } from '../store/project-adapter'
import { loadError, decodeUtf8 } from '../store/decode-project'

/** A file to copy before it is replaced. */
interface Aside {
  readonly from: string
  readonly to: string
}

/** The result of reading a project from the disk. Reading changes nothing. */
export interface Recovered {
  readonly project: Project
  readonly file: FileState
  /** The format version: lower than `VERSION` if the file was migrated, higher if it can only be viewed. */
  readonly version: number
  /** A sound journal's generation and all of its lines. The first `included` lines are already in the file. */
  readonly journal: {
    readonly generation: string
    readonly lines: readonly string[]
    readonly included: number
  }
  /** Whether the file must be rewritten before anything is added, and which files to copy before that. */
  readonly mend: boolean
  readonly asides: readonly Aside[]
  /** The other program's file, if both that program and Counterpoint changed the project. */
  readonly theirs: string | null
  /** Sentences for the user. */
  readonly told: readonly string[]
}

const gone = (path: string) =>
  new ContractError(
    'not-found',
    `There is no file “${basename(path)}” any more. It may have been moved or renamed.`,
  )

const left = (error: ContractError) =>
  new ContractError(error.code, `${error.message} It was left as it is.`, { cause: error })

/**
 * Reads a project from its file and its journal. If the file is neither what the journal extends nor what was written
 * last, this finds out whether it was damaged or changed by another program. A damaged file is replaced by the last
 * good generation.
 */
export async function recoverProject(path: string, history: GenerationStore | undefined): Promise<Recovered> {
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
  if (decoded && decoded.generation === undefined) {
    return withUnreadableJournal(
      path,
      await find(path, { file, parsed, journal: undefined }, generations, history),
    )
  }
  return find(path, { file, parsed, journal: decoded }, generations, history)
}

async function find(
  path: string,
  read: Read,
  generations: readonly string[],
  history: GenerationStore | undefined,
): Promise<Recovered> {
  const { file, parsed, journal } = read
  const included = journal && linesAlreadyInFile(journal, file.generation)
  const expected = journal ? included !== undefined : await isAsLeft(file, history)
  if (expected && parsed.ok) {
    const found = fromFile(path, { ...read, included: included ?? 0 })
    if (found) return found
  }
  const ours = await lastGood(journal, generations.slice(1), history, file.generation)
  if (!ours) return withoutOurs(path, { ...read, included })
  return withOurs(path, { ...read, ours, untouched: await isUntouched(file, history) })
}

function withUnreadableJournal(path: string, found: Recovered): Recovered {
  const aside = journalAside(path)
  const told = [...found.told, recoveryMessage.journalDamaged(0, 0, aside.to)]
  return { ...found, mend: true, asides: [...found.asides, aside], told }
}

interface Read {
  readonly file: FileState
  readonly parsed: Parsed
  readonly journal: Decoded | undefined
}

function parsedOf(bytes: Uint8Array): Parsed {
  try {
    return parse(decodeUtf8(bytes))
  } catch (error) {
    if (!(error instanceof ContractError)) throw error
    if (error.code === 'too-large') throw left(error)
    return { ok: false, failure: 'damaged', message: error.message }
  }
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
    ...{ project: settled.project, file, version, journal, mend: false, asides: [], theirs: null },
    told: [recoveryMessage.newer(version)],
  }
}

const isAsLeft = async (file: FileState, history: GenerationStore | undefined): Promise<boolean> => {
  const last = await history?.last()
  return !last || last.generation === file.generation
}

/** Whether the file has the stamp of the last write, so that any difference in content is damage. */
const isUntouched = async (file: FileState, history: GenerationStore | undefined): Promise<boolean> =>
  (await history?.last())?.fileStamp === file.fileStamp

/** The project from a file that is as it should be; undefined if it is not valid all the same. */
function fromFile(
  path: string,
  { file, parsed, journal, included }: Read & { included: number },
): Recovered | undefined {
  if (!parsed.ok) return undefined
  const steps = restOfJournal(journal, included)
  const result = withSteps(parsed.project, steps)
  if (!result) return undefined
  const { project, lost } = result
  const broken = lost > 0
  const aside = broken ? [journalAside(path)] : []
  const lines = (journal?.lines ?? []).map(({ value }) => JSON.stringify(value))
  return {
    ...{ project, file, version: parsed.version, mend: broken, asides: aside, theirs: null },
    journal: { generation: journal?.generation ?? file.generation, lines, included },
    told: [
      ...(broken ? [recoveryMessage.journalDamaged(lost, steps.steps.length, aside[0]!.to)] : []),
      ...(journal?.torn ? [recoveryMessage.torn] : []),
    ],
  }
}

const journalAside = (path: string): Aside => ({
  from: journalPathOf(path),
  to: nameBeside(journalPathOf(path), 'damaged'),
})

interface Ours {
  readonly bytes: Buffer
  readonly project: Project
  /** The number of journal lines in it. */
  readonly included: number
  /** Whether this was the file's last state, so that nothing is missing. */
  readonly latest: boolean
  readonly made: string
}

/** The last good generation that the journal extends; without a journal, the last good one. */
async function lastGood(
  journal: Decoded | undefined,
  kept: readonly string[],
  history: GenerationStore | undefined,
  standing: string,
): Promise<Ours | undefined> {
  if (!history) return undefined
  const last = (await history.last())?.generation
  const dates = new Map((await history.list()).map(({ generation, made }) => [generation, made]))
  const wanted = journal?.generation
    ? [...journal.lines.flatMap(({ value }) => markOf(value)?.snapshot ?? []).reverse(), journal.generation]
    : [...(last ? [last] : []), ...kept]
  for (const generation of new Set(wanted)) {
    if (generation === standing) continue
    const bytes = await history.read(generation)
    const parsed = bytes && parsedOf(bytes)
    if (!bytes || !parsed?.ok || !settle(parsed.project).ok) continue
    const included = journal?.generation ? (linesAlreadyInFile(journal, generation) ?? 0) : 0
    const latest = journal?.generation !== undefined || generation === last
    return { bytes, project: parsed.project, included, latest, made: dates.get(generation) ?? '' }
  }
  return undefined
}

/** There is no generation to fall back on: use the file, and the changes in the journal that still fit. */
function withoutOurs(
  path: string,
  { file, parsed, journal, included }: Read & { included: number | undefined },
): Recovered {
  if (!parsed.ok) throw left(loadError(parsed))
  const settled = settle(parsed.project)
  if (!settled.ok) throw left(loadError(settled))
  const { version } = parsed
  const steps = restOfJournal(journal, included ?? 0)
  const { project, left: unfit } = replayWhatFits(settled.project, steps.steps)
  const clean = { generation: file.generation, lines: [], included: 0 }
  const asides = journal ? [fileAside(path, 'changed elsewhere'), journalAside(path)] : []
  return {
    ...{ project, file, version, journal: clean, mend: journal !== undefined, asides, theirs: null },
    told: journal
      ? [
          recoveryMessage.onAnother(
            steps.steps.length - unfit,
            unfit + steps.missing,
            asides.map(({ to }) => to),
          ),
        ]
      : [recoveryMessage.changed],
  }
}

const fileAside = (path: string, what: string): Aside => ({ from: path, to: nameBeside(path, what) })

function withOurs(
  path: string,
  { file, parsed, journal, ours, untouched }: Read & { ours: Ours; untouched: boolean },
): Recovered {
  const settled = parsed.ok ? settle(parsed.project) : undefined
  const damaged = !settled?.ok || untouched || isFlipped(file.bytes, ours.bytes)
  const clean = { generation: file.generation, lines: [], included: 0 }
  if (!damaged && !journal) {
    const { version } = parsed as Extract<Parsed, { ok: true }>
    const found = {
      project: settled.project,
      file,
      version,
      journal: clean,
      mend: false,
      asides: [],
      theirs: null,
    }
    return { ...found, told: [recoveryMessage.changedSince] }
  }
  const steps = restOfJournal(journal, ours.included)
  const { project, lost } = withSteps(ours.project, steps)!
  const aside = fileAside(path, damaged ? 'damaged' : 'changed elsewhere')
  const unreadable = lost > 0
  const asides = [aside, ...(unreadable ? [journalAside(path)] : [])]
  return {
    ...{ project, file, version: VERSION, journal: clean, mend: true, asides },
    theirs: damaged ? null : aside.to,
    told: [
      ...(damaged ? [recoveryMessage.damaged(ours.latest && lost === 0, ours.made, aside.to)] : []),
      ...(unreadable ? [recoveryMessage.journalDamaged(lost, steps.steps.length, asides[1]!.to)] : []),
    ],
  }
}

/** Flipped bits up to which a difference counts as damage, not as an edit. */
const FLIPS = 8

/** Whether the two differ by a few flipped bits. An edit by a program changes more. */
function isFlipped(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  let flips = 0
  for (let index = 0; index < one.length; index++) {
    const bits = one[index]! ^ other[index]!
    if (bits === 0) continue
    if ((bits & (bits - 1)) !== 0 || ++flips > FLIPS) return false
  }
  return flips > 0
}
