import type { YardstickName } from '../vocabulary/yardsticks'
import type { About } from './project'

/** The fields outside the tables that users can change. */
export interface AboutFields {
  readonly title: string
  /** Empty if no yardstick is chosen; absent in a change that does not concern it. */
  readonly yardstick?: YardstickName | '' | undefined
}

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
export const aboutFields = ({ title, yardstick }: About): Required<AboutFields> => ({
  title,
  yardstick: yardstick ?? '',
})

/** The change that sets some fields. */
export function aboutChange(about: About, fields: Partial<AboutFields>): AboutChange {
  const { title, yardstick } = aboutFields(about)
  const from = { title, ...(fields.yardstick !== undefined && { yardstick }) }
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
export const withFields = (about: About, { title, yardstick }: AboutFields): About =>
  yardstick === undefined ? { ...about, title } : { ...about, title, yardstick: yardstick || undefined }

/** The names of the fields that a change concerns. */
const fieldsOf = ({ to }: AboutChange): (keyof AboutFields)[] =>
  to.yardstick === undefined ? ['title'] : ['title', 'yardstick']

/** Why a change does not fit, as a clause; undefined if it does. */
export function aboutConflict(about: About, change: AboutChange): string | undefined {
  const now = aboutFields(about)
  const field = fieldsOf(change).find((each) => now[each] !== change.from[each])
  return field && `the ${field} was changed in the meantime`
}

/** A change that follows another, as one. */
export const joinAbout = (first: AboutChange, then: AboutChange): AboutChange => ({
  ...then,
  from: { ...then.from, ...first.from },
  to: { ...first.to, ...then.to },
})

/** Whether a change leaves all fields as they are. */
export const leavesAbout = (change: AboutChange): boolean =>
  fieldsOf(change).every((field) => change.from[field] === change.to[field])

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
  return aboutChange(about, fields)
}
