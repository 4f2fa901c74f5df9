import { Parser } from 'htmlparser2'
import { applied, span, type Edit } from './docx-edits'

/** What a part of a Word document refers to. */
export interface Targets {
  /** Identifiers of addresses. */
  readonly links: ReadonlySet<string>
  /** Identifiers of footnotes and endnotes, each after the name of its reference. */
  readonly notes: ReadonlySet<string>
}

/** Elements around words that mammoth would drop with the words in them. */
const WRAPPERS = new Set(['w:fldSimple', 'w:bdo', 'w:dir', 'w:ruby', 'w:rubyBase'])
/** How a word in Chinese or Japanese is pronounced: small signs above it. */
const PRONOUNCED = new Set(['w:rt', 'w:rubyPr'])

/**
 * A part without what mammoth cannot read: elements around words are removed and the words kept, and so are links without
 * an address. References to notes that are missing are left out.
 */
export function withoutWrappers(xml: string, { links, notes }: Targets): string {
  const edits: Edit[] = []
  /** For each open element, whether its tags are removed; for one that is removed whole, where it begins. */
  const open: (boolean | number)[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const link = attributes['r:id']
        const isDead = name === 'w:hyperlink' && link !== undefined && !links.has(link)
        const isWrapper = WRAPPERS.has(name) || isDead
        if (isWrapper) edits.push(span('', parser))
        const isNote = name === 'w:footnoteReference' || name === 'w:endnoteReference'
        const isLost = isNote && !notes.has(`${name}${attributes['w:id'] ?? ''}`)
        open.push(PRONOUNCED.has(name) || isLost ? parser.startIndex : isWrapper)
      },
      onclosetag() {
        const removed = open.pop()
        if (typeof removed === 'number') edits.push({ start: removed, end: parser.endIndex + 1, xml: '' })
        else if (removed && xml[parser.startIndex + 1] === '/') edits.push(span('', parser))
      },
    },
    { xmlMode: true },
  )
  parser.write(xml)
  parser.end()
  return applied(xml, edits)
}

/** What the part with this name can refer to, by the texts of all parts. */
export function targetsOf(name: string, texts: ReadonlyMap<string, string>): Targets {
  const own = texts.get(name.replace(/([^/]+)$/, '_rels/$1.rels')) ?? ''
  const notes = [...texts].flatMap(([part, xml]) => {
    const kind = /^word\/(foot|end)notes\d*\.xml$/.exec(part)?.[1]
    const found = kind ? xml.matchAll(/<w:(?:foot|end)note\s[^<>]*?w:id=["']([^"'<>]*)["']/g) : []
    return [...found].map(([, id]) => `w:${kind}noteReference${id}`)
  })
  return {
    links: new Set([...own.matchAll(/\sId=["']([^"'<>]*)["']/g)].map(([, id]) => id!)),
    notes: new Set(notes),
  }
}
