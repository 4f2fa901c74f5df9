import { Parser } from 'htmlparser2'

/** A span of the plain text that the HTML marks with an id. UTF-16 units, half-open. */
export interface MarkedSpan {
  readonly id: string
  readonly start: number
  readonly end: number
}

const BREAKING = new Set(['p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'blockquote'])

/**
 * The plain text of the HTML that OVA keeps, and the spans marked in it: `<br>` is a line break, entities are decoded
 * and tags are taken off.
 */
export function markedText(html: string): { text: string; spans: MarkedSpan[] } {
  const parts: string[] = []
  const spans: MarkedSpan[] = []
  const open: { id: string | undefined; start: number }[] = []
  let length = 0
  const add = (words: string) => {
    parts.push(words)
    length += words.length
  }
  // Inside a marked span a block would part words that belong together.
  const lineBreak = () => {
    if (length > 0 && !parts.at(-1)?.endsWith('\n') && !open.some(({ id }) => id !== undefined)) add('\n')
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'br') add('\n')
        else if (BREAKING.has(name)) lineBreak()
        else if (name === 'span') open.push({ id: attributes['id'], start: length })
      },
      ontext: (words) => add(words.replace(/\r\n?/g, '\n')),
      onclosetag(name, isImplied) {
        if (BREAKING.has(name)) lineBreak()
        const span = name === 'span' ? open.pop() : undefined
        // A span that is never closed marks nothing.
        if (span?.id !== undefined && !isImplied) spans.push({ id: span.id, start: span.start, end: length })
      },
    },
    { decodeEntities: true },
  )
  parser.write(html)
  parser.end()
  return { text: parts.join(''), spans }
}
