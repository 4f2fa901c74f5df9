import type { Project } from '../../../document/project'
import { sourcesInOrder, type Source } from '../../../records/source'

interface Mark {
  readonly node: string
  readonly start: number
  readonly end: number
}

/**
 * The texts of all articles one after the other under their titles, as the HTML of OVA with the passages marked. A
 * passage that crosses another is left out: HTML can only nest them.
 */
export const markedHtml = (alone: Project, nodeOf: ReadonlyMap<string, string>): string =>
  sourcesInOrder(alone.sources.values())
    .map((source) => `${escaped(source.title)}<br><br>${marked(source, marksOn(alone, source, nodeOf))}`)
    .join('<br><br>')

function marksOn(alone: Project, source: Source, nodeOf: ReadonlyMap<string, string>): Mark[] {
  const marks = [...alone.excerpts.values()]
    .filter((excerpt) => excerpt.source === source.id && !['lost', 'ambiguous'].includes(excerpt.anchor))
    .map(({ claim, start, end }) => ({ node: nodeOf.get(claim)!, start, end }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Mark[] = []
  const open: Mark[] = []
  for (const mark of marks) {
    while (open.length > 0 && open.at(-1)!.end <= mark.start) open.pop()
    const around = open.at(-1)
    if (around && mark.end > around.end) continue
    if (open.some(({ node, start, end }) => node === mark.node && start === mark.start && end === mark.end))
      continue
    kept.push(mark)
    open.push(mark)
  }
  return kept
}

function marked({ text }: Source, marks: readonly Mark[]): string {
  const parts: string[] = []
  const open: Mark[] = []
  let at = 0
  const upTo = (end: number) => {
    while (open.length > 0 && open.at(-1)!.end <= end) {
      const closing = open.pop()!
      parts.push(escaped(text.slice(at, closing.end)), '</span>')
      at = closing.end
    }
    parts.push(escaped(text.slice(at, end)))
    at = end
  }
  for (const mark of marks) {
    upTo(mark.start)
    parts.push(`<span id="node${mark.node}" class="highlighted">`)
    open.push(mark)
  }
  upTo(text.length)
  return parts.join('')
}

const escaped = (text: string): string =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r\n?|\n/g, '<br>')
