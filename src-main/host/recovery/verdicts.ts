import { settle, type Parsed } from '#domain/document/load'
import { VERSION, type Project } from '#domain/document/project'
import { TABLE_NAMES } from '#domain/records/registry'
import { replayWhatFits } from '#domain/document/replay'
import { lineageAfter } from '#domain/merge/lineage'
import type { Decoded } from '../journal/journal-format'
import { restOfJournal, withSteps, type JournalRest } from '../journal/journal-replay'
import { loadError } from '../store/decode-project'
import { nameBeside } from '../files/durable-file'
import type { Checksum } from '../files/file-checksum'
import { isFlipped } from './flipped-bits'
import type { LastGood } from './last-good'
import { fileAside, journalAside, keptAs, left, type Read, type Recovered } from './recovered'
import { recoveryMessage } from './recovery-messages'

/** The project from a file that is as it should be; undefined if it is not valid all the same. */
export function fromFile(
  path: string,
  { file, parsed, journal, included, readOnly }: Read & { included: number },
): Recovered | undefined {
  if (!parsed.ok) return undefined
  const steps = restOfJournal(journal, included)
  const result = withSteps(parsed.project, steps)
  if (!result) return undefined
  const { lost } = result
  const project = continued(parsed.project, file.generation, result.project)
  const harmed = lost > 0 || journal?.damaged === true
  // On screen this is said once, before the file is known as it is.
  const isUnverified = readOnly && file.checksum === 'wrong'
  const asides = harmed ? [journalAside(path)] : []
  const lines = (journal?.lines ?? []).map(({ value }) => JSON.stringify(value))
  return {
    ...{
      project,
      file,
      version: parsed.version,
      mend: harmed ? 'file' : null,
      harmed: harmed || isUnverified,
      asides,
      otherVersion: null,
    },
    journal: { generation: journal?.generation ?? file.generation, lines, included },
    isAsInFile: isSame(project, parsed.project),
    messages: [
      ...(harmed ? [journalMessage(journal!, steps, lost, keptAs({ readOnly }, asides[0]!))] : []),
      ...(isUnverified ? [recoveryMessage.unverified] : []),
    ],
  }
}

/** The project of a journal that extends a file, with that file among its earlier states. */
function continued(before: Project, generation: string, project: Project): Project {
  if (before.about.revision === project.about.revision) return project
  return { ...project, about: { ...project.about, lineage: lineageAfter(before.about, generation) } }
}

/** Whether opening changed nothing: the tables are shared, not compared. */
const isSame = (one: Project, other: Project): boolean =>
  one.about === other.about && TABLE_NAMES.every((table) => one[table] === other[table])

/** There is no generation to fall back on: use the file, and the changes in the journal that still fit. */
export function withoutOurs(
  path: string,
  {
    file,
    parsed,
    journal,
    included,
    readOnly,
    checksum,
  }: Read & { included: number | undefined; checksum: Checksum },
): Recovered {
  if (!parsed.ok) throw left(loadError(parsed))
  const settled = settle(parsed.project)
  if (!settled.ok) throw left(loadError(settled))
  const { version } = parsed
  const steps = restOfJournal(journal, included ?? 0)
  const clean = { generation: file.generation, lines: [], included: 0 }
  const found = { file, version, journal: clean, otherVersion: null }
  if (journal?.project !== undefined && journal.project !== settled.project.about.id)
    return { ...found, project: settled.project, ...ofAnother(path, readOnly, journal, steps) }
  const { project, left: unfit } = replayWhatFits(settled.project, steps.steps)
  const asides = journal ? [fileAside(path, 'changed elsewhere'), journalAside(path)] : []
  const lost = unfit + steps.missing
  return {
    ...{ ...found, project, mend: journal ? 'file' : null, asides },
    harmed: lost > 0 || journal?.damaged === true || checksum === 'wrong',
    messages: [
      ...(journal
        ? [
            recoveryMessage.onAnother(
              steps.steps.length - unfit,
              lost,
              readOnly ? [] : asides.map(({ to }) => to),
            ),
          ]
        : []),
      ...(journal && !isWhole(journal, 0) ? [recoveryMessage.laterUnknown] : []),
      ...(checksum === 'wrong' ? [recoveryMessage.unverified] : journal ? [] : [recoveryMessage.changed]),
    ],
  }
}

/** The file is not as it should be, and there is a good generation: the file is damaged, or another program changed it. */
export function withOurs(
  path: string,
  {
    file,
    parsed,
    journal,
    ours,
    checksum,
    untouched,
    readOnly,
    isLost,
  }: Read & { ours: LastGood; checksum: Checksum; untouched: boolean },
): Recovered {
  const settled = parsed.ok ? settle(parsed.project) : undefined
  const isFaulty = untouched || isFlipped(file.bytes, ours.bytes)
  const damaged = !settled?.ok || (isFaulty && checksum !== 'right')
  const clean = { generation: file.generation, lines: [], included: 0 }
  const steps = restOfJournal(journal, ours.included)
  const isAnother = settled?.ok && settled.project.about.id !== (journal?.project ?? ours.project.about.id)
  if (!damaged && (!journal || isAnother)) {
    const { version } = parsed as Extract<Parsed, { ok: true }>
    const found = { project: settled.project, file, version, journal: clean, otherVersion: null }
    if (journal) return { ...found, ...ofAnother(path, readOnly, journal, steps, ours) }
    return {
      ...found,
      mend: null,
      harmed: checksum === 'wrong',
      asides: [],
      messages: [recoveryMessage.changedSince],
    }
  }
  const { project, lost } = withSteps(ours.project, steps)!
  const aside = fileAside(path, damaged ? 'damaged' : 'changed elsewhere')
  const isHarmed = lost > 0 || journal?.damaged === true
  const isSaidElsewhere = isHarmed || isLost === true
  const restored = !ours.latest ? 'earlier' : isSaidElsewhere ? 'said elsewhere' : 'whole'
  const asides = [aside, ...(isHarmed ? [journalAside(path)] : [])]
  return {
    ...{ project, file, version: VERSION, journal: clean, mend: 'file', harmed: true, asides },
    otherVersion: damaged ? null : aside.to,
    messages: [
      ...(damaged ? [recoveryMessage.damaged(restored, ours.made, keptAs({ readOnly }, aside))] : []),
      ...(isHarmed ? [journalMessage(journal!, steps, lost, keptAs({ readOnly }, asides[1]!))] : []),
      ...(!damaged && readOnly ? [recoveryMessage.otherVersion(undefined)] : []),
    ],
  }
}

/**
 * The journal belongs to the project that was here before. It is put aside, together with that project if its last
 * generation is known.
 */
function ofAnother(path: string, readOnly: boolean, journal: Decoded, steps: JournalRest, ours?: LastGood) {
  const aside = journalAside(path, 'left behind')
  const previous = ours && withSteps(ours.project, steps)
  const rescued = previous && { project: previous.project, to: nameBeside(path, 'left behind') }
  const count = steps.steps.length + steps.missing
  return {
    ...{ mend: 'journal' as const, harmed: false, asides: [aside], rescued },
    messages: [
      recoveryMessage.anotherWithChanges(
        count,
        isWhole(journal, previous?.lost ?? steps.missing),
        rescued && keptAs({ readOnly }, rescued),
        keptAs({ readOnly }, aside),
      ),
    ],
  }
}

/** Whether no change of a journal can be missing, given how many are. */
const isWhole = ({ damaged, counted }: Decoded, lost: number): boolean => lost === 0 && (counted || !damaged)

const journalMessage = (
  { torn, counted, older }: Decoded,
  { steps, after }: JournalRest,
  lost: number,
  kept: string | undefined,
): string =>
  recoveryMessage.journal({
    ...{ lost, older, read: steps.length, after, torn, counted, kept },
    last: steps.at(-1)?.modified,
  })
