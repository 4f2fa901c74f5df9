import { Parser } from 'htmlparser2'
import { applied, span, type Edit } from './docx-edits'
import { formatting, lookOf, type Look } from './docx-looks'
import type { DocxNumbering, NumberedPlace } from './docx-numbering'
import type { DocxStyles } from './docx-styles'

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

interface OpenRun {
  readonly start: number
  /** Where formatting goes that comes before all other. */
  at: number
  /** Whether that is within the run's properties. */
  properties: boolean
  style: string
  look: Look
}

/** The text of a Word document as mammoth reads it whole, and how many pieces of hidden text were left out. */
export interface PreparedPart {
  readonly xml: string
  readonly hidden: number
}

/**
 * Prepares a part for mammoth, which drops the numbers of lists, reads hidden words as text, and knows neither what styles
 * do to words nor headings by other names than those of Word’s own styles: writes the numbers into the paragraphs and the
 * formatting into the runs, leaves hidden runs out and names the style that a style is based on.
 */
export function preparedPart(xml: string, numbering: DocxNumbering, styles: DocxStyles): PreparedPart {
  const edits: Edit[] = []
  const paragraphs: OpenParagraph[] = []
  const runs: OpenRun[] = []
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
        if (name === 'w:p')
          paragraphs.push({ style: '', styled: undefined, outline: undefined, place: {}, boxes: [] })
        const run = runs.at(-1)
        if (name === 'w:r') {
          const [start, at] = [parser.startIndex, parser.endIndex + 1]
          runs.push({ start, at, properties: false, style: '', look: {} })
        }
        if (run && name === 'w:rPr' && within('w:r') && xml[parser.endIndex - 1] !== '/') {
          run.at = parser.endIndex + 1
          run.properties = true
        }
        if (run && within('w:rPr') && open.at(-2) === 'w:r') {
          if (name === 'w:rStyle') run.style = value
          run.look = { ...run.look, ...lookOf(name, value) }
        }
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
        if (name === 'w:pPr' && paragraph && within('w:p')) {
          const label = numbering.next(placeOf(paragraph), paragraph.style)
          const at = parser.endIndex + 1
          if (label) edits.push({ start: at, end: at, xml: runOf(label) })
          const meant = styles.meant(paragraph.style, paragraph.outline)
          if (paragraph.styled && meant !== paragraph.style)
            edits.push({ ...paragraph.styled, xml: `<w:pStyle w:val="${escaped(meant)}"/>` })
        }
        if (name === 'w:r') {
          const { start, at, properties, style, look: own } = runs.pop()!
          const look = { ...styles.look(paragraph?.style ?? ''), ...styles.look(style), ...own }
          const said = formatting(look)
          if (look.hidden) {
            hidden++
            edits.push({ start, end: parser.endIndex + 1, xml: '' })
          } else if (said !== '' && at <= parser.startIndex)
            edits.push({ start: at, end: at, xml: properties ? said : `<w:rPr>${said}</w:rPr>` })
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

const isNewBox = (open: readonly string[]): boolean =>
  open.includes('wps:txbx') && !open.includes('mc:Fallback')

const placeOf = ({ place }: OpenParagraph): Partial<NumberedPlace> => place

const runOf = (words: string): string => `<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`

const escaped = (words: string): string => words.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
