import { Tokenizer } from 'htmlparser2'
import { BLOCK, ENDED_BY, VOID } from './html-tags'

/** Nesting depth. Pages by hand or by well-behaved programs are not so deep. */
const DEPTH = 128
const COMMON_DEPTH = 24

/** Spaces in a row. Readability takes time by the square of a run of white space. */
const WHITE = 200

const withoutDeserts = (source: string) =>
  source.replace(/\s+/g, (run) => (run.length > WHITE ? run.slice(0, WHITE) : run))

/** A page's source as one document with a head and a body, and how many tags were dropped as too deep. */
export interface Shallow {
  readonly source: string
  readonly dropped: number
  /** By how much all tags together exceed the nesting depth of common pages. It slows article extraction. */
  readonly burden: number
  /** How many elements are left. */
  readonly elements: number
}

/**
 * Removes tags that are nested too deeply and end tags without a start, and adds the end tags that a page leaves out, in one
 * pass: parsers and Readability take time by length times depth. All text stays. Comments become nothing, also within a
 * word. The document's own tags are moved to where they belong, because the parser would hide what is outside the body.
 */
export function shallow(arrived: string): Shallow {
  const source = withoutDeserts(arrived)
  const open: string[] = []
  const counts = new Map<string, number>()
  const deep = new Map<string, number>()
  const kept: string[] = []
  let html = '<html>'
  let body = '<body>'
  let from = 0
  let dropped = 0
  let burden = 0
  let elements = 0
  let tag = { name: '', start: 0 }
  const add = (map: Map<string, number>, name: string, by: number) => map.set(name, (map.get(name) ?? 0) + by)
  const has = (map: Map<string, number>, name: string) => (map.get(name) ?? 0) > 0
  const pop = (): string => {
    const name = open.pop()!
    add(counts, name, -1)
    return name
  }
  const leaveOut = (start: number, end: number, gap = '') => {
    const before = source.slice(from, start)
    // Without a gap, a lone `<` and what follows the comment would become a tag.
    if (start > from) kept.push(before, before.endsWith('<') ? ' ' : gap)
    from = end
  }
  /** Ends elements that the tag at `start` ends without saying so: the parser would nest what follows in some of them. */
  const endBefore = (start: number, ended: readonly string[]) => {
    if (ended.length === 0) return
    kept.push(source.slice(from, start), ...ended.map((name) => `</${name}>`))
    from = start
  }
  const gapOf = (name: string) => (BLOCK.has(name) ? ' ' : '')

  const opened = (end: number, closes: boolean) => {
    const { name, start } = tag
    const whole = source.slice(start, end)
    if (name === 'html' || name === 'head' || name === 'body') {
      if (name === 'html' && html === '<html>') html = whole
      if (name === 'body' && body === '<body>') body = whole
      return leaveOut(start, end)
    }
    const ended = ENDED_BY.get(name)
    const implied: string[] = []
    while (open.length > 0 && (ended?.has(open.at(-1)!) || (open.at(-1) === 'p' && BLOCK.has(name))))
      implied.push(pop())
    endBefore(start, implied)
    const isEmpty = VOID.has(name) || (closes && (has(counts, 'svg') || has(counts, 'math')))
    if (!isEmpty && open.length >= DEPTH) {
      dropped++
      add(deep, name, 1)
      return leaveOut(start, end, gapOf(name))
    }
    elements++
    if (isEmpty) return
    open.push(name)
    burden += Math.max(0, open.length - COMMON_DEPTH)
    add(counts, name, 1)
  }

  const closed = (name: string, start: number, end: number) => {
    if (has(deep, name)) {
      add(deep, name, -1)
      return leaveOut(start, end, gapOf(name))
    }
    if (!has(counts, name)) return leaveOut(start, end, gapOf(name))
    while (open.at(-1) !== name) pop()
    pop()
  }

  const nothing = () => undefined
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onopentagname: (start, end) =>
        void (tag = { name: source.slice(start, end).toLowerCase(), start: start - 1 }),
      onopentagend: (end) => opened(end + 1, false),
      onselfclosingtag: (end) => opened(end + 1, true),
      onclosetag: (start, end) => {
        const close = source.indexOf('>', end)
        closed(source.slice(start, end).toLowerCase(), start - 2, close < 0 ? source.length : close + 1)
      },
      oncomment: (start, end) => leaveOut(start - 4, Math.min(end + 1, source.length)),
      onprocessinginstruction: (start, end) => leaveOut(start - 2, end + 1),
      ondeclaration: (start, end) => leaveOut(start - 2, end + 1),
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      onend: nothing,
      ontext: nothing,
      ontextentity: nothing,
    },
  )
  tokenizer.write(source)
  tokenizer.end()
  kept.push(source.slice(from))
  return {
    source: `<!DOCTYPE html>${html}<head></head>${body}${kept.join('')}</body></html>`,
    dropped,
    burden,
    elements,
  }
}
