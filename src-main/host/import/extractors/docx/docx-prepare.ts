import { Parser } from 'htmlparser2'
import type { DocxNumbering, NumberedPlace } from './docx-numbering'
import type { DocxStyles } from './docx-styles'

/** A change of a part's XML: what stands from `start` to `end` is replaced. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly xml: string
}

/** Elements that are open while a part is read. */
interface OpenParagraph {
  style: string
  /** Where the style is named; if it is not, the start of the properties. */
  styled: Edit | undefined
  outline: string | undefined
  place: { list?: string; depth?: number }
  /** Text boxes that no older program's copy repeats. They follow the paragraph, or mammoth would not read them. */
  readonly boxes: string[]
}

/** The text of a Word document as mammoth reads it whole, and how many pieces of hidden text were left out. */
export interface PreparedPart {
  readonly xml: string
  readonly hidden: number
}

/**
 * Prepares a part for mammoth, which drops the words of simple fields and the numbers of lists, reads hidden words as
 * text, and knows headings by the names of Word’s own styles alone: unwraps the fields, writes the numbers into the
 * paragraphs, leaves hidden runs out and names the style that a style is based on.
 */
export function preparedPart(xml: string, numbering: DocxNumbering, styles: DocxStyles): PreparedPart {
  const edits: Edit[] = []
  const paragraphs: OpenParagraph[] = []
  const runs: { readonly start: number; hidden: boolean }[] = []
  const open: string[] = []
  const boxStarts: number[] = []
  let fallbacks = 0
  let hidden = 0
  const within = (name: string) => open.at(-1) === name
  /** Whether the parser is in the properties of a paragraph, and not in those that a tracked change replaced. */
  const inProperties = (depth: number) => open.at(-depth) === 'w:pPr' && open.at(-depth - 1) === 'w:p'
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'] ?? ''
        const paragraph = paragraphs.at(-1)
        if (name === 'w:fldSimple') edits.push(span('', parser))
        if (name === 'w:p')
          paragraphs.push({ style: '', styled: undefined, outline: undefined, place: {}, boxes: [] })
        if (name === 'w:r') runs.push({ start: parser.startIndex, hidden: false })
        if (name === 'w:vanish' && within('w:rPr') && open.at(-2) === 'w:r' && isOn(value)) hide(runs)
        if (name === 'w:rStyle' && open.at(-2) === 'w:r' && styles.hides(value)) hide(runs)
        if (paragraph && name === 'w:pPr' && within('w:p')) {
          const at = parser.endIndex + 1
          paragraph.styled = { start: at, end: at, xml: '' }
        }
        if (paragraph && name === 'w:pStyle' && inProperties(1)) {
          paragraph.style = value
          paragraph.styled = span('', parser)
        }
        if (paragraph && name === 'w:outlineLvl' && inProperties(1)) paragraph.outline = value
        if (paragraph && name === 'w:numId' && within('w:numPr') && inProperties(2))
          paragraph.place.list = value
        if (paragraph && name === 'w:ilvl' && within('w:numPr') && inProperties(2))
          paragraph.place.depth = Number(value) || 0
        if (name === 'w:txbxContent' && isNewBox(open)) boxStarts.push(parser.endIndex + 1)
        if (name === 'mc:Fallback') fallbacks++
        open.push(name)
      },
      onclosetag(name) {
        open.pop()
        const paragraph = paragraphs.at(-1)
        if (name === 'w:fldSimple' && xml[parser.startIndex + 1] === '/') edits.push(span('', parser))
        if (name === 'w:pPr' && paragraph && within('w:p')) {
          const label = numbering.next(placeOf(paragraph), paragraph.style)
          const at = parser.endIndex + 1
          if (label) edits.push({ start: at, end: at, xml: runOf(label) })
          const meant = styles.meant(paragraph.style, paragraph.outline)
          if (paragraph.styled && meant !== paragraph.style)
            edits.push({ ...paragraph.styled, xml: `<w:pStyle w:val="${escaped(meant)}"/>` })
        }
        if (name === 'w:r') {
          const run = runs.pop()
          if (run?.hidden) {
            hidden++
            edits.push({ start: run.start, end: parser.endIndex + 1, xml: '' })
          }
        }
        if (name === 'w:txbxContent' && isNewBox(open)) {
          const start = boxStarts.pop()
          if (start !== undefined) paragraphs[0]?.boxes.push(xml.slice(start, parser.startIndex))
        }
        // A box that has a copy for older programs is read from there.
        if (name === 'mc:AlternateContent' && fallbacks > 0) {
          fallbacks = 0
          paragraphs[0]?.boxes.splice(0)
        }
        if (name === 'w:p') {
          const done = paragraphs.pop()
          const at = parser.endIndex + 1
          if (done && paragraphs.length === 0 && done.boxes.length > 0)
            edits.push({ start: at, end: at, xml: done.boxes.join('') })
        }
      },
    },
    { xmlMode: true },
  )
  parser.write(xml)
  parser.end()
  return { xml: applied(xml, edits), hidden }
}

const hide = (runs: { hidden: boolean }[]): void => {
  const run = runs.at(-1)
  if (run) run.hidden = true
}

const isNewBox = (open: readonly string[]): boolean =>
  open.includes('wps:txbx') && !open.includes('mc:Fallback')

const isOn = (value: string): boolean => !/^(?:0|false|off)$/.test(value)

const placeOf = ({ place }: OpenParagraph): Partial<NumberedPlace> => place

const span = (xml: string, { startIndex, endIndex }: Parser): Edit => ({
  start: startIndex,
  end: endIndex + 1,
  xml,
})

const runOf = (words: string): string => `<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`

const escaped = (words: string): string => words.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** The text with its edits made. Edits inside one that removes more are dropped with it. */
function applied(xml: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end, xml: replacement } of [...edits].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )) {
    if (start < from) continue
    parts.push(xml.slice(from, start), replacement)
    from = end
  }
  return parts.join('') + xml.slice(from)
}
