import { element, type XmlElement, type XmlNode } from '#domain/formats/export/picture/svg-xml'
import { partsOf, type LinePart } from './sign-pictures'
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
    if (node.name === 'text') return isRightToLeft(node) ? [isolated(node)] : setLine(node, missing)
    return [{ ...node, children: node.children.flatMap(convert) }]
  }
  return { ...drawing, children: drawing.children.flatMap(convert) }
}

const linesIn = (element: XmlElement): XmlElement[] =>
  element.name === 'text'
    ? [element]
    : element.children.flatMap((child) => (typeof child === 'string' ? [] : linesIn(child)))

/** The lines of text of a drawing. */
export const linesOf = (drawing: XmlElement): string[] => linesIn(drawing).map(wordsOf)

const wordsOf = (line: XmlElement): string => line.children.map(String).join('')

const isRightToLeft = ({ attributes }: XmlElement): boolean => attributes['direction'] === 'rtl'

/** The renderer ignores `direction`, but it supports the Unicode characters that isolate right-to-left text. */
const isolated = (line: XmlElement): XmlElement => ({
  ...line,
  attributes: { ...line.attributes, direction: undefined, 'text-anchor': 'end' },
  children: [`\u2067${wordsOf(line)}\u2069`],
})

/** A line with pictures in place of the signs that have one. */
function setLine(line: XmlElement, missing: ReadonlySet<string>): XmlElement[] {
  const parts = partsOf(wordsOf(line))
  if (!parts.some(({ picture }) => picture)) return runsOf(line, missing)
  const size = Number(line.attributes['font-size'])
  const weight = Number(line.attributes['font-weight']) === 600 ? 600 : 400
  let x = Number(line.attributes['x'])
  return parts.flatMap((part) => {
    const width = measure(part.text, { size, weight })
    const at = x
    x += width
    if (part.picture) return [pictured(part, { x: at, y: Number(line.attributes['y']), width, size })]
    const place = {
      ...line.attributes,
      'xml:space': 'preserve',
      x: String(at),
      ...(line.attributes['textLength'] !== undefined && { textLength: String(width) }),
    }
    return runsOf({ ...line, attributes: place, children: [part.text] }, missing)
  })
}

/** Where a picture is on its line: as high as a capital with its descent. */
export const PICTURE_PLACE = { height: 1.1, above: 0.9 }

function pictured(
  { picture }: LinePart,
  { x, y, width, size }: { x: number; y: number; width: number; size: number },
): XmlElement {
  const height = PICTURE_PLACE.height * size
  const own = (height * picture!.width) / picture!.height
  return element('image', {
    x: x + (width - own) / 2,
    y: y - PICTURE_PLACE.above * size,
    width: own,
    height,
    href: `data:image/png;base64,${Buffer.from(picture!.png).toString('base64')}`,
  })
}

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
