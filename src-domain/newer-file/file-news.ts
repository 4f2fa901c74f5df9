import type { Project } from '../document/project'
import { equal } from '../merge/equal'
import { part, type Fields } from '../merge/merge-record'
import { disagreementSentence, namedRecord, phrase, wordOf } from '../merge/sentences'
import { unitsOf } from '../merge/units'
import { relationWord, type Relation } from '../records/relation'
import type { AnyRecord, TableName } from '../records/registry'
import type { CarriedFile } from './carry-file'

/** What a newer state of a file brings, in sentences for its review. */
export interface FileNews {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly gone: readonly string[]
  /** What the analyst and the file both changed. The analyst's stands until it is decided. */
  readonly toDecide: readonly string[]
}

/** The records that a reader knows, in the order of a review. */
const TOLD = ['claims', 'relations', 'excerpts', 'sources', 'maps', 'groups', 'placements'] as const

/** Tells what a newer state of a file brings into a project. */
export function fileNews({ sides: { base, theirs }, merge }: CarriedFile): FileNews {
  const [added, changed, gone]: [string[], string[], string[]] = [[], [], []]
  for (const table of TOLD) {
    const was: ReadonlyMap<string, AnyRecord> = base[table]
    const is: ReadonlyMap<string, AnyRecord> = theirs[table]
    // A card comes and goes with its claim.
    const isTold = table !== 'placements'
    for (const [id, row] of is) {
      const before = was.get(id)
      if (!before) {
        if (isTold) added.push(nameOf(theirs, table, row))
        continue
      }
      const fields = changedFields(table, before, row)
      if (fields.length > 0) changed.push(`${nameOf(base, table, before)}: ${changeOf(table, row, fields)}`)
    }
    for (const [id, row] of was) if (isTold && !is.has(id)) gone.push(nameOf(base, table, row))
  }
  const toDecide = merge.disagreements.map((each) => disagreementSentence(merge.project, each))
  return { added, changed, gone, toDecide }
}

/** What of a record changed, as the screen calls it. That it is another element of the file says nothing to a reader. */
const changedFields = (table: TableName, before: Fields, now: Fields): string[] =>
  unitsOf(table, [...Object.keys(before), ...Object.keys(now)])
    .filter(({ name }) => name !== 'foreign' && name !== 'added' && name !== 'created')
    .filter((unit) => !equal(part(before, unit), part(now, unit)))
    .map(({ name }) => name)

function changeOf(table: TableName, now: Fields, fields: readonly string[]): string {
  const word = table === 'claims' ? 'text' : table === 'maps' ? 'name' : 'title'
  const value = now[word]
  const isReworded = fields.includes(word) && table !== 'sources' && typeof value === 'string'
  const rest = fields.filter((field) => !isReworded || field !== word).map((field) => wordOf(table, field))
  return [...(isReworded ? [`now “${phrase(value)}”`] : []), ...rest].join(', ')
}

/** A record as a reader knows it; a relation as a sentence. */
function nameOf(project: Project, table: TableName, row: AnyRecord): string {
  if (table !== 'relations') return namedRecord(project, table, row)
  const relation = row as Relation
  const words = (id: string) => `“${phrase(project.claims.get(id)?.text ?? '…')}”`
  const target =
    relation.targetType === 'claim'
      ? words(relation.target)
      : `the step from ${(project.relations.get(relation.target)?.premises ?? []).map(words).join(' and ')}`
  return `${relation.premises.map(words).join(' and ')} ${relationWord(relation)} ${target}`
}

/** The counts of a review in words: “2 new, 1 changed, 1 gone”; empty if nothing but the file changed. */
export function newsInWords({ added, changed, gone, toDecide }: FileNews): string {
  const counts = [
    [added.length, 'new'],
    [changed.length, 'changed'],
    [gone.length, 'gone'],
    [toDecide.length, 'to decide'],
  ] as const
  return counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString('en')} ${word}`)
    .join(', ')
}
