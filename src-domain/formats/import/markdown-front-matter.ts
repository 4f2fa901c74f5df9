import { parse } from 'yaml'
import type { Article } from '../../records/article'

/** The front matter of a Markdown file, and the text after it. */
export interface FrontMatter {
  readonly known: Partial<Article>
  /** The number of fields that an article does not have. */
  readonly unused: number
  readonly body: string
}

const LIMIT = 100_000
const PLACES = new Set(
  'title author authors date published publisher source site url link canonical doi lang language'.split(' '),
)

/** Reads YAML front matter between two lines of three hyphens. If it is not a list of fields, it stays in the text. */
export function frontMatterOf(text: string): FrontMatter {
  const none = { known: {}, unused: 0, body: text }
  const opening = /^\uFEFF?---[ \t]*\r?\n/.exec(text)
  if (!opening) return none
  const rest = text.slice(opening[0].length, opening[0].length + LIMIT)
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m.exec(rest)
  if (!closing) return none
  const fields = fieldsIn(rest.slice(0, closing.index))
  if (!fields) return none
  const first = (...names: string[]) =>
    names.map((name) => textsIn(fields.get(name))[0] ?? '').find(Boolean) ?? ''
  const source = first('source')
  const known = {
    title: first('title').slice(0, 1000),
    authors: [...textsIn(fields.get('author')), ...textsIn(fields.get('authors'))].map((name) =>
      name.slice(0, 300),
    ),
    published: first('date', 'published').slice(0, 40),
    publisher: (first('publisher', 'site') || (isAddress(source) ? '' : source)).slice(0, 300),
    url: [first('url', 'canonical', 'link'), source].find(isAddress)?.slice(0, 4000) ?? '',
    doi: (/10\.\d{4,9}\/\S+/.exec(first('doi'))?.[0] ?? '').slice(0, 300),
    language: first('lang', 'language').slice(0, 35),
  }
  const unused = [...fields.keys()].filter((name) => !PLACES.has(name)).length
  return { known, unused, body: text.slice(opening[0].length + closing.index + closing[0].length) }
}

const isAddress = (words: string) => /^https?:\/\/\S+$/i.test(words)

/** Parses YAML to plain values only: without custom tags, and with a limit on aliases, against expansion attacks. */
function fieldsIn(yaml: string): Map<string, unknown> | undefined {
  try {
    const value: unknown = parse(yaml, {
      schema: 'failsafe',
      maxAliasCount: 20,
      mapAsMap: true,
      logLevel: 'silent',
    })
    if (!(value instanceof Map)) return undefined
    return new Map([...value].map(([name, field]) => [String(name).toLowerCase(), field as unknown]))
  } catch {
    return undefined
  }
}

/** The texts in a field, which can be a text, a list of texts, or records with a name. */
function textsIn(field: unknown): string[] {
  if (typeof field === 'string') return field.trim() === '' ? [] : [field.trim().replace(/\s+/g, ' ')]
  if (Array.isArray(field))
    return field.slice(0, 200).flatMap((each) => (Array.isArray(each) ? [] : textsIn(each)))
  return field instanceof Map && typeof field.get('name') === 'string' ? textsIn(field.get('name')) : []
}
