import * as v from 'valibot'
import { choicesLeft, type ReadChoiceName } from '../formats/interchange/choices'
import { interchangeOf, type InterchangeName } from '../formats/interchange/catalogue'
import { LossSchema, type Loss } from '../records/origin'

/** What a file of another program would bring, before it is taken. */
export interface FilePreview {
  /** The title of its format. */
  readonly title: string
  /** What it has of each kind of record, such as “6 claims”; kinds of which it has none are left out. */
  readonly counts: readonly string[]
  readonly losses: readonly Loss[]
  readonly choices: readonly ReadChoiceName[]
  /** What is needed to read it again with other choices. */
  readonly again: {
    readonly fileName: string
    readonly text: string
    readonly format: InterchangeName
    readonly hash: string
  }
}

const Rows = v.optional(v.array(v.unknown()), [])
const FileSchema = v.object({
  id: v.string(),
  maps: Rows,
  claims: Rows,
  relations: Rows,
  excerpts: Rows,
  sources: Rows,
  groups: Rows,
  categories: Rows,
  origins: v.tuple([
    v.looseObject({
      id: v.string(),
      format: v.string(),
      fileName: v.string(),
      content: v.string(),
      report: v.array(LossSchema),
    }),
  ]),
})

const NOUNS = [
  ['maps', 'map'],
  ['claims', 'claim'],
  ['relations', 'relation'],
  ['excerpts', 'passage'],
  ['sources', 'article'],
  ['groups', 'group'],
] as const

const counted = (count: number, noun: string, plural = `${noun}s`): string[] =>
  count === 0 ? [] : [`${count.toLocaleString('en')} ${count === 1 ? noun : plural}`]

/**
 * The preview of a project that was made of one file of another program; undefined for a project of Counterpoint.
 * @param file the text of the project
 */
export function filePreview(file: string): FilePreview | undefined {
  const parsed = v.safeParse(FileSchema, JSON.parse(file))
  if (!parsed.success) return undefined
  const [origin] = parsed.output.origins
  // Ids begin with the hash of the file that was read.
  const hash = origin.id.replace(/-origin$/, '')
  const format = interchangeOf(origin.format)
  if (parsed.output.id !== `${hash}-project` || !format) return undefined
  return {
    title: format.title,
    counts: [
      ...NOUNS.map(([table, noun]) => counted(parsed.output[table].length, noun)),
      // Any other file brings categories only with its claims.
      ...(format.name === 'qdc' ? [counted(parsed.output.categories.length, 'category', 'categories')] : []),
    ].flat(),
    losses: origin.report,
    choices: choicesLeft(origin.report),
    again: { fileName: origin.fileName, text: origin.content, format: format.name, hash },
  }
}
