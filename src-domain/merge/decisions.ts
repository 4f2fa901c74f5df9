import { aboutFields } from '../document/about'
import type { Project } from '../document/project'
import type { DisagreementRecord } from '../records/disagreement'
import { TABLE_NAMES, type TableName } from '../records/registry'
import { wordEdits, type WordEdit } from '../versions/word-edits'
import { equal } from './equal'
import type { Fields } from './merge-record'
import { namedRecord, wordOf } from './sentences'
import { valueInWords } from './value-words'

/** A disagreement that is to be decided, as the analyst reads it. */
export interface Decision {
  readonly id: string
  readonly table: string
  readonly record: string
  /** What happened, in a sentence. */
  readonly sentence: string
  /** The values of the fields that differ, with the words that do. */
  readonly fields: readonly { readonly name: string; readonly edits: readonly WordEdit[] }[]
  /** What each choice does; undefined for one that there is not. */
  readonly choices: { readonly mine: string; readonly theirs: string; readonly both?: string }
}

/** Texts of which two can stand one below the other. */
const JOINED = new Set(['note', 'caveat', 'warrant', 'definition', 'standingNote', 'question'])

export const isTable = (name: string): name is TableName => TABLE_NAMES.some((table) => table === name)

/** The record that a disagreement is about; undefined if it is not in the project. */
export const disputedRecord = (
  project: Project,
  { table, record }: DisagreementRecord,
): Fields | undefined =>
  isTable(table)
    ? project[table].get(record)
    : table === 'about'
      ? { ...aboutFields(project.about) }
      : undefined

/** The fields in which the two sides differ. */
export const differingFields = ({ mine, theirs }: DisagreementRecord): string[] =>
  [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter(
    (field) => !equal(mine[field], theirs[field]),
  )

/** How both values can stand: a claim of each wording, or one text below the other. */
export function waysToTakeBoth(each: DisagreementRecord): 'claims' | 'texts' | undefined {
  const fields = differingFields(each)
  if (each.kind !== 'changed' || fields.length === 0) return undefined
  if (each.table === 'claims' && equal(fields, ['text'])) return 'claims'
  return fields.every((field) => JOINED.has(field)) ? 'texts' : undefined
}

const undecided = new WeakMap<Project['disagreements'], ReadonlySet<string>>()

/** The ids of the records about which something is to be decided. */
export function undecidedRecords({ disagreements }: Project): ReadonlySet<string> {
  const known = undecided.get(disagreements)
  if (known) return known
  const ids = new Set(
    [...disagreements.values()].flatMap(({ record, other }) =>
      other === undefined ? record : [record, other],
    ),
  )
  undecided.set(disagreements, ids)
  return ids
}

/** Everything that is to be decided, in the order in which it came. */
export function decisionsOf(project: Project): Decision[] {
  return [...project.disagreements.values()]
    .sort((a, b) => (a.made === b.made ? (a.id < b.id ? -1 : 1) : a.made < b.made ? -1 : 1))
    .flatMap((each) => decisionOf(project, each) ?? [])
}

function decisionOf(project: Project, each: DisagreementRecord): Decision | undefined {
  const { id, table, record, kind } = each
  const now = disputedRecord(project, each)
  const whole = now ?? (each.by === 'mine' ? each.theirs : each.mine)
  const name = isTable(table) || table === 'about' ? namedRecord(project, table, whole) : 'A record'
  const common = { id, table, record }
  if (kind === 'same') {
    const [here, there] = [record, each.other ?? ''].map((claim) => project.claims.get(claim))
    if (!here || !there) return undefined
    const [ours, others] = [here, there].map(({ category }) => valueInWords(project, 'category', category))
    return {
      ...common,
      sentence:
        'Both of you have a claim here, and the two may be one: they have the same words or the same passage.',
      fields: [
        { name: 'wording', edits: wordEdits(here.text, there.text) },
        ...(ours === others ? [] : [{ name: 'category', edits: wordEdits(ours!, others!) }]),
      ],
      choices: { mine: 'Merge into mine', theirs: 'Merge into theirs', both: 'Keep both claims' },
    }
  }
  if (kind === 'removed') {
    const [keep, remove] = now ? ['Keep it', 'Remove it'] : ['Add it again', 'Leave it out']
    const sentence =
      each.by === 'mine'
        ? `${name} was removed by you, and changed or used by the other.`
        : `${name} was removed by the other, and changed or used by you.`
    const choices = each.by === 'mine' ? { mine: remove, theirs: keep } : { mine: keep, theirs: remove }
    return { ...common, sentence, fields: [], choices }
  }
  if (!now) return undefined
  const way = waysToTakeBoth(each)
  const both = way === 'claims' ? 'Keep both, as two claims' : 'Keep both texts'
  return {
    ...common,
    sentence: `${name} differs in the two versions.`,
    fields: fieldsToRead(each).map((field) => ({
      name: isTable(table) ? wordOf(table, field) : field,
      edits: wordEdits(
        inWords(project, field, each.mine[field]),
        inWords(project, field, each.theirs[field]),
      ),
    })),
    choices: { mine: 'Mine', theirs: 'Theirs', ...(way && { both }) },
  }
}

/** UTF-16 units of a value that are compared word by word. */
const COMPARED = 20_000

const inWords = (project: Project, field: string, value: unknown): string =>
  valueInWords(project, field, value).slice(0, COMPARED)

/** Fields that follow from the words beside which they are stored, and say nothing to a reader. */
const BESIDE_WORDS = new Set([
  ...['blocks', 'links', 'originalText', 'report', 'previousTexts', 'encoding'],
  ...['start', 'end', 'prefix', 'suffix', 'judgedFor', 'targetType'],
])

/** The fields to show of those that differ: those that a reader can compare, or all if there are no others. */
function fieldsToRead(each: DisagreementRecord): string[] {
  const fields = differingFields(each)
  const readable = fields.filter((field) => !BESIDE_WORDS.has(field))
  return readable.length > 0 ? readable : fields
}
