import { idOf, textIn } from '../json-fields'
import { replyIn } from './read-hypothesis'

type Raw = Record<string, unknown>

/** The replies of a file by the annotation that they answer, as the reader takes them for notes. */
export function repliesIn(rows: readonly Raw[]): ReadonlyMap<string, readonly Raw[]> {
  const ids = new Set(rows.map(({ id }) => idOf(id)))
  const replies = new Map<string, Raw[]>()
  for (const row of rows) {
    const references = Array.isArray(row['references']) ? row['references'].map(idOf) : []
    const answered = references.find((each) => ids.has(each))
    if (answered !== undefined) replies.set(answered, [...(replies.get(answered) ?? []), row])
  }
  return replies
}

/** The rows that take the place of a reply, and those after all replies. */
interface Notes {
  readonly replaced: ReadonlyMap<unknown, unknown[]>
  readonly added: readonly unknown[]
}

/**
 * What a changed note says in replies: those that stand in it stay; one that does not is rewritten or goes, and words of
 * nobody's reply are a new one.
 * @param note the note, without what the annotation itself says of it
 * @param made makes a reply of our own
 */
export function notesAgain(note: string, replies: readonly Raw[], made: (note: string) => unknown): Notes {
  const replaced = new Map<unknown, unknown[]>()
  let [from, missing]: [number, Raw[]] = [0, []]
  for (const reply of replies) {
    const at = placeOf(note, replyIn(reply), from)
    if (at === undefined) {
      missing.push(reply)
      continue
    }
    const before = between(note.slice(from, at), missing)
    if (before !== undefined) replaced.set(reply, [made(before), reply])
    from = at + replyIn(reply).length
    missing = []
  }
  const last = between(note.slice(from), missing)
  return { replaced, added: last === undefined ? [] : [made(last)] }

  /** Lets the words between two replies take the place of those that are missing there. @returns words without a place */
  function between(words: string, gone: readonly Raw[]): string | undefined {
    const said = words.replace(/^\n\n|\n\n$/g, '')
    const [first, ...others] = gone
    for (const other of others) replaced.set(other, [])
    if (!first) return said === '' ? undefined : said
    const head = replyIn(first).slice(0, replyIn(first).length - textIn(first['text']).length)
    const isOwn = said.startsWith(head) && said.length > head.length
    replaced.set(first, said === '' ? [] : [isOwn ? { ...first, text: said.slice(head.length) } : made(said)])
    return undefined
  }
}

/** Where a reply stands in a note by itself, from an offset on. */
function placeOf(note: string, reply: string, from: number): number | undefined {
  for (let at = note.indexOf(reply, from); at >= 0; at = note.indexOf(reply, at + 1)) {
    const end = at + reply.length
    const begins = at === 0 || note.startsWith('\n\n', at - 2)
    if (begins && (end === note.length || note.startsWith('\n\n', end))) return at
  }
  return undefined
}
