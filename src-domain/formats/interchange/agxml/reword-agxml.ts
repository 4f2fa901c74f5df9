import { Parser } from 'htmlparser2'
import type { Reworded } from '../unchanged'
import { cdata } from './cdata'
import { readAgxml } from './read-agxml'

/** An element of the file: where it and its content stand. UTF-16 offsets. */
interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly words: string
  readonly start: number
  readonly inside: { readonly start: number; readonly end: number }
  readonly end: number
}

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * An argument graph with other wordings of some claims. A claim is the words of its units: the one whose words differ is
 * changed; where several do, the first has the new words, and the others go. Undefined if a unit belongs to two claims.
 */
export function rewordAgxml(content: string, claims: ReadonlyMap<string, Reworded>): string | undefined {
  const elements = elementsIn(content)
  const units = new Map(
    elements.filter(({ name }) => name === 'edu').map((unit) => [unit.attributes['id'] ?? '', unit]),
  )
  const spans = readAgxml({ text: content, fileName: '' }).sources.flatMap((source) => source.spans)
  const edits: Edit[] = []
  for (const [claim, { now }] of claims) {
    const own = spans.filter((span) => span.claim === claim).map(({ id }) => id)
    const isShared = spans.some((span) => span.claim !== claim && own.includes(span.id))
    const { changed, words } = changedUnits(
      own.flatMap((id) => units.get(id) ?? []),
      now,
    )
    const [first, ...others] = changed
    if (!first || isShared) return undefined
    edits.push({ ...first.inside, text: cdata(words) })
    const gone = new Set(others.map((unit) => unit.attributes['id'] ?? ''))
    const edges = elements.filter(
      ({ name, attributes }) => name === 'edge' && gone.has(attributes['src'] ?? ''),
    )
    for (const { start, end } of [...others, ...edges]) edits.push({ start, end, text: '' })
  }
  return edited(content, edits)
}

/** The units whose words differ from the new wording, one after the other, and the words that stand in their place. */
function changedUnits(
  units: readonly Element[],
  wording: string,
): { changed: readonly Element[]; words: string } {
  let words = wording
  let changed = [...units]
  for (
    let [first] = changed;
    changed.length > 1 && first && words.startsWith(`${first.words} `);
    [first] = changed
  ) {
    words = words.slice(first.words.length + 1)
    changed = changed.slice(1)
  }
  for (
    let last = changed.at(-1);
    changed.length > 1 && last && words.endsWith(` ${last.words}`);
    last = changed.at(-1)
  ) {
    words = words.slice(0, words.length - last.words.length - 1)
    changed = changed.slice(0, -1)
  }
  return { changed, words }
}

/** A text with parts of it replaced; a part that goes takes the blanks before it along. */
function edited(content: string, edits: readonly Edit[]): string {
  let text = content
  for (const { start, end, text: words } of [...edits].sort((a, b) => b.start - a.start)) {
    const before = text.slice(0, start)
    text = (words === '' ? before.trimEnd() : before) + words + text.slice(end)
  }
  return text
}

function elementsIn(content: string): Element[] {
  const elements: Element[] = []
  const open: { attributes: Record<string, string>; words: string; start: number; inside: number }[] = []
  const parser = new Parser(
    {
      onopentag: (_, attributes) => {
        open.push({ attributes, words: '', start: parser.startIndex, inside: parser.endIndex + 1 })
      },
      ontext: (words) => {
        const last = open.at(-1)
        if (last) last.words += words
      },
      onclosetag: (name, isImplied) => {
        const last = open.pop()
        if (!last) return
        const end = parser.endIndex + 1
        const inside = { start: last.inside, end: isImplied ? last.inside : parser.startIndex }
        elements.push({
          name,
          attributes: last.attributes,
          words: last.words,
          start: last.start,
          inside,
          end,
        })
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(content)
  parser.end()
  return elements
}
