import type { XmlElement, XmlNode } from '#domain/formats/export/picture/svg-xml'
import { inTypeface, measure } from './typeface'

/** Control characters, marks on letters and white space: characters that need no glyph of their own. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{M}\s]/u

/** The characters in the text of a drawing that the typeface lacks. */
export function missingCharacters(drawing: XmlElement): Set<string> {
  const characters = new Set(linesIn(drawing).flatMap((line) => [...wordsOf(line)]))
  return new Set([...characters].filter((each) => !INVISIBLE.test(each) && !inTypeface(each)))
}

/** The drawing without its tooltips, and with its lines of text as the renderer sets them correctly. */
export function withRasterText(drawing: XmlElement): XmlElement {
  const missing = missingCharacters(drawing)
  const convert = (node: XmlNode): XmlNode[] => {
    if (typeof node === 'string') return [node]
    if (node.name === 'title') return []
    if (node.name === 'text') return isRightToLeft(node) ? [isolated(node)] : runsOf(node, missing)
    return [{ ...node, children: node.children.flatMap(convert) }]
  }
  return { ...drawing, children: drawing.children.flatMap(convert) }
}

const linesIn = (element: XmlElement): XmlElement[] =>
  element.name === 'text'
    ? [element]
    : element.children.flatMap((child) => (typeof child === 'string' ? [] : linesIn(child)))

const wordsOf = (line: XmlElement): string => line.children.map(String).join('')

const isRightToLeft = ({ attributes }: XmlElement): boolean => attributes['direction'] === 'rtl'

/** The renderer does not know `direction`; it does know the characters that isolate a run from right to left. */
const isolated = (line: XmlElement): XmlElement => ({
  ...line,
  attributes: { ...line.attributes, direction: undefined, 'text-anchor': 'end' },
  children: [`\u2067${wordsOf(line)}\u2069`],
})

/**
 * The renderer sets a whole line in another typeface when ours lacks one character of it, so a line is split there. Lines
 * from right to left stay whole: their runs would need another order.
 */
function runsOf(line: XmlElement, missing: ReadonlySet<string>): XmlElement[] {
  const runs = splitAt(wordsOf(line), missing)
  if (runs.length < 2) return [line]
  const { attributes } = line
  const weight = Number(attributes['font-weight']) === 600 ? 600 : 400
  let x = Number(attributes['x'])
  return runs.map((run) => {
    const width = measure(run, { size: Number(attributes['font-size']), weight })
    const place = {
      ...attributes,
      'xml:space': 'preserve',
      // As text: as a number it would be rounded, and the runs would no longer meet.
      x: String(x),
      ...(attributes['textLength'] !== undefined && { textLength: String(width) }),
    }
    x += width
    return { ...line, attributes: place, children: [run] }
  })
}

/** Runs of characters that the typeface has, and of those that it lacks, in turn. */
function splitAt(words: string, missing: ReadonlySet<string>): string[] {
  const runs: string[] = []
  let isMissing: boolean | undefined
  for (const character of words) {
    const changes = !INVISIBLE.test(character) && missing.has(character) !== isMissing
    if (changes) isMissing = missing.has(character)
    if (changes || runs.length === 0) runs.push(character)
    else runs[runs.length - 1] += character
  }
  return runs
}
