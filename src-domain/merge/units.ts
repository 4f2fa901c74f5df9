import type { TableName } from '../records/registry'

/**
 * How two changes of the same fields come together. `value`: one of them, and the analyst decides. `set` and `list`:
 * what either added or removed. `later`: the value of the file that was changed last, which is not worth a question.
 */
export type Joining = 'value' | 'set' | 'list' | 'later'

/** Fields of a record that only make sense together. */
export interface Unit {
  readonly name: string
  readonly fields: readonly string[]
  readonly joining: Joining
}

const unit = (name: string, joining: Joining, fields: readonly string[] = [name]): Unit => ({
  name,
  fields,
  joining,
})

/** A source's text, and everything that is told of that text. */
export const TEXT = unit('text', 'value', [
  'text',
  'blocks',
  'links',
  'originalText',
  'report',
  'previousTexts',
  'fileName',
  'format',
  'encoding',
])

/** Where the words of an excerpt are. */
export const SPAN = unit('passage', 'value', [
  'start',
  'end',
  'exact',
  'prefix',
  'suffix',
  'anchor',
  'judgedFor',
])

/** The units of each table that are more than one field, or that do not join as values. */
const UNITS: Partial<Record<TableName, readonly Unit[]>> = {
  sources: [TEXT],
  claims: [unit('tags', 'set'), unit('standing', 'value', ['standing', 'standingNote'])],
  excerpts: [SPAN],
  relations: [unit('ends', 'value', ['premises', 'target', 'targetType'])],
  maps: [unit('steps', 'list')],
  placements: [
    unit('position', 'later', ['x', 'y']),
    unit('collapsed', 'later'),
    unit('pinned', 'later'),
    unit('colour', 'later'),
    unit('group', 'later'),
  ],
  matrices: [unit('hypotheses', 'list')],
  rows: [unit('position', 'later')],
  cells: [unit('rating', 'value', ['rating', 'by'])],
  scenarios: ['sources', 'claims', 'relations', 'given'].map((field) => unit(field, 'set')),
}

/** Whether a change of a record of this table alone is too small to keep what the other side removed. */
export const isOnlyLooks = (table: TableName): boolean => table === 'placements'

/** The units of a record of this table that has these fields; a field that no unit names is a value of its own. */
export function unitsOf(table: TableName, fields: Iterable<string>): Unit[] {
  const named = [...(UNITS[table] ?? []), unit('foreign', 'set')]
  const covered = new Set(named.flatMap((each) => each.fields))
  return [
    ...named,
    ...[...new Set(fields)].filter((field) => !covered.has(field)).map((field) => unit(field, 'value')),
  ]
}
