import { settle, type Parsed } from '#domain/document/load'
import { VERSION } from '#domain/document/project'
import { replayWhatFits } from '#domain/document/replay'
import { restOfJournal, withSteps } from '../journal/journal-replay'
import { loadError } from '../store/decode-project'
import { isFlipped } from './flipped-bits'
import type { LastGood } from './last-good'
import { fileAside, journalAside, left, type Read, type Recovered } from './recovered'
import { recoveryMessage } from './recovery-messages'

/** The project from a file that is as it should be; undefined if it is not valid all the same. */
export function fromFile(
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
    ...{ project, file, version: parsed.version, mend: broken, asides: aside, otherVersion: null },
    journal: { generation: journal?.generation ?? file.generation, lines, included },
    messages: [
      ...(broken ? [recoveryMessage.journalDamaged(lost, steps.steps.length, aside[0]!.to)] : []),
      ...(journal?.torn ? [recoveryMessage.torn] : []),
    ],
  }
}

/** There is no generation to fall back on: use the file, and the changes in the journal that still fit. */
export function withoutOurs(
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
    ...{ project, file, version, journal: clean, mend: journal !== undefined, asides, otherVersion: null },
    messages: journal
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

/** The file is not as it should be, and there is a good generation: the file is damaged, or another program changed it. */
export function withOurs(
  path: string,
  { file, parsed, journal, ours, untouched }: Read & { ours: LastGood; untouched: boolean },
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
      otherVersion: null,
    }
    return { ...found, messages: [recoveryMessage.changedSince] }
  }
  const steps = restOfJournal(journal, ours.included)
  const { project, lost } = withSteps(ours.project, steps)!
  const aside = fileAside(path, damaged ? 'damaged' : 'changed elsewhere')
  const unreadable = lost > 0
  const asides = [aside, ...(unreadable ? [journalAside(path)] : [])]
  return {
    ...{ project, file, version: VERSION, journal: clean, mend: true, asides },
    otherVersion: damaged ? null : aside.to,
    messages: [
      ...(damaged ? [recoveryMessage.damaged(ours.latest && lost === 0, ours.made, aside.to)] : []),
      ...(unreadable ? [recoveryMessage.journalDamaged(lost, steps.steps.length, asides[1]!.to)] : []),
    ],
  }
}
