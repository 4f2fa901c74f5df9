import type { YardstickName } from '../vocabulary/yardsticks'
import type { About } from './project'

/** The fields outside the tables that users can change. */
export interface AboutFields {
  readonly title: string
  /** Empty if no yardstick is chosen; absent in a change that does not concern it. */
  readonly yardstick?: YardstickName | '' | undefined
  /** Tables of a later Counterpoint or another program that a merge brings; null for one that is not there. */
  readonly tables?: UnknownTables | undefined
}

export type UnknownTables = Readonly<Record<string, readonly unknown[] | null>>

type OwnFields = Pick<AboutFields, 'title' | 'yardstick'>

/**
 * A change of these fields. It always has the title, also where only the yardstick changes, because earlier versions of
 * Counterpoint refuse a journal with a change that lacks it.
 */
export interface AboutChange {
  readonly table: 'about'
  readonly id: string
  readonly from: AboutFields
  readonly to: AboutFields
}

/** The fields of a project that users can change. */
export const aboutFields = ({ title, yardstick }: About): Required<OwnFields> => ({
  title,
  yardstick: yardstick ?? '',
})

/** The change that sets some fields. */
export function aboutChange(about: About, fields: Partial<AboutFields>): AboutChange {
  const { title, yardstick } = aboutFields(about)
  const tables = fields.tables && tablesOf(about, fields.tables)
  const from = { title, ...(fields.yardstick !== undefined && { yardstick }), ...(tables && { tables }) }
  return { table: 'about', id: about.id, from, to: { ...from, ...fields } }
}

/** The change from the fields of one project to those of another of the same id; undefined if they are equal. */
export function aboutDifference(from: About, to: About): AboutChange | undefined {
  const [was, is] = [aboutFields(from), aboutFields(to)]
  const isRetitled = was.title !== is.title
  if (was.yardstick === is.yardstick) return isRetitled ? aboutChange(from, { title: is.title }) : undefined
  return aboutChange(from, is)
}

/** The fields with those of a change. Without a yardstick the field is left out, as in a file that never had one. */
export function withFields(about: About, { title, yardstick, tables }: AboutFields): About {
  const own =
    yardstick === undefined ? { ...about, title } : { ...about, title, yardstick: yardstick || undefined }
  if (!tables) return own
  return Object.fromEntries(
    Object.entries({ ...own, ...tables }).filter(([, value]) => value !== null),
  ) as About
}

/** The tables of a project that are in another list. */
const tablesOf = (about: About, tables: UnknownTables): UnknownTables =>
  Object.fromEntries(Object.keys(tables).map((name) => [name, (about[name] as readonly unknown[]) ?? null]))

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The names of the fields that a change concerns. */
const fieldsOf = ({ to }: AboutChange): (keyof OwnFields)[] =>
  to.yardstick === undefined ? ['title'] : ['title', 'yardstick']

/** Why a change does not fit, as a clause; undefined if it does. */
export function aboutConflict(about: About, change: AboutChange): string | undefined {
  const now = aboutFields(about)
  const field = fieldsOf(change).find((each) => now[each] !== change.from[each])
  if (field) return `the ${field} was changed in the meantime`
  const { tables = {} } = change.from
  const [table] =
    Object.entries(tablesOf(about, tables)).find(([name, rows]) => !same(rows, tables[name])) ?? []
  return table && `the table ${table} was changed in the meantime`
}

/** A change that follows another, as one. */
export const joinAbout = (first: AboutChange, then: AboutChange): AboutChange => ({
  ...then,
  from: { ...then.from, ...first.from, ...joined(then.from.tables, first.from.tables) },
  to: { ...first.to, ...then.to, ...joined(first.to.tables, then.to.tables) },
})

const joined = (one?: UnknownTables, other?: UnknownTables): Pick<AboutFields, 'tables'> =>
  one || other ? { tables: { ...one, ...other } } : {}

/** Whether a change leaves all fields as they are. */
export const leavesAbout = (change: AboutChange): boolean =>
  fieldsOf(change).every((field) => change.from[field] === change.to[field]) &&
  same(change.from.tables ?? {}, change.to.tables ?? {})

/**
 * The change with the same effect on a project whose fields were changed since. Only a field that both have changed
 * differently stands against it; then the result is undefined.
 */
export function adjustAbout(about: About, change: AboutChange): AboutChange | undefined {
  const now = aboutFields(about)
  let fields: Partial<AboutFields> = {}
  for (const field of fieldsOf(change)) {
    const [from, to] = [change.from[field], change.to[field]]
    if (from === to || now[field] === to) continue
    if (now[field] !== from) return undefined
    fields = { ...fields, [field]: to }
  }
  const { from, to } = { from: change.from.tables ?? {}, to: change.to.tables ?? {} }
  const here = tablesOf(about, to)
  const wanted = Object.keys(to).filter((name) => !same(from[name], to[name]) && !same(here[name], to[name]))
  if (wanted.some((name) => !same(here[name], from[name]))) return undefined
  if (wanted.length > 0)
    fields = { ...fields, tables: Object.fromEntries(wanted.map((name) => [name, to[name]!])) }
  return aboutChange(about, fields)
}
