import type { XmlElement, XmlNode } from '#domain/formats/export/picture/svg-xml'
import { measure } from './text-width'
import { inTypeface } from './typeface'

/** Control characters, combining marks and white space: characters that need no glyph of their own. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{M}\s]/u

/** The characters of a drawing that the typeface lacks. */
export function missingCharacters(drawing: XmlElement): Set<string> {
  const characters = new Set(linesIn(drawing).flatMap((line) => [...wordsOf(line)]))
  return new Set([...characters].filter((each) => !INVISIBLE.test(each) && !inTypeface(each)))
}

/** Adapts a drawing to the renderer: without tooltips, and with lines of text that it sets correctly. */
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

/** The renderer ignores `direction`, but it supports the Unicode characters that isolate right-to-left text. */
const isolated = (line: XmlElement): XmlElement => ({
  ...line,
  attributes: { ...line.attributes, direction: undefined, 'text-anchor': 'end' },
  children: [`\u2067${wordsOf(line)}\u2069`],
})

/**
 * If our typeface lacks a character, the renderer sets the whole line in another one, so lines are split at such
 * characters. Right-to-left lines stay whole, because their parts would need another order.
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
      // As text, because a number is rounded and the runs would not join.
      x: String(x),
      ...(attributes['textLength'] !== undefined && { textLength: String(width) }),
    }
    x += width
    return { ...line, attributes: place, children: [run] }
  })
}

/** Splits text into runs that the typeface has or lacks, alternately. */
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
