import { same } from '../document/patch'
import type { Project } from '../document/project'
import type { Claim } from '../records/claim'
import type { AnyRecord, TableName } from '../records/registry'
import type { Source } from '../records/source'

/** Numbers of records of one table. */
export interface Tally {
  readonly added: number
  readonly removed: number
  readonly changed: number
}

export const TALLIED = ['sources', 'claims', 'excerpts', 'relations'] as const satisfies readonly TableName[]

/** The difference between two states of a project. */
export interface ChangeSummary {
  readonly tallies: Readonly<Record<(typeof TALLIED)[number], Tally>>
  /** The titles or wordings of the first few articles and claims in the difference. */
  readonly names: string[]
}

const NAMES_KEPT = 3
/** The longest name in a summary. UTF-16 units. */
const NAME_LENGTH = 80

/** Summarises the changes from one state of a project to a later one. Records that both share are not compared. */
export function summariseChanges(earlier: Project, later: Project): ChangeSummary {
  const names: string[] = []
  const tally = (table: (typeof TALLIED)[number]): Tally => {
    const counts = { added: 0, removed: 0, changed: 0 }
    const note = (record: AnyRecord) => {
      if (names.length < NAMES_KEPT && (table === 'sources' || table === 'claims')) names.push(nameOf(record))
    }
    for (const [id, record] of later[table]) {
      const before = earlier[table].get(id)
      if (before && (before === record || same(table, before, record))) continue
      counts[before ? 'changed' : 'added']++
      note(record)
    }
    for (const [id, record] of earlier[table]) {
      if (later[table].has(id)) continue
      counts.removed++
      note(record)
    }
    return counts
  }
  const tallies = Object.fromEntries(TALLIED.map((table) => [table, tally(table)]))
  return { tallies: tallies as ChangeSummary['tallies'], names }
}

function nameOf(record: AnyRecord): string {
  const words = (record as Source).title ?? (record as Claim).text
  return words.length > NAME_LENGTH ? `${words.slice(0, NAME_LENGTH).trimEnd().toWellFormed()}…` : words
}
