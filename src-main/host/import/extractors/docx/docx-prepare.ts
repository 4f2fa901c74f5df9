import { Parser } from 'htmlparser2'
import type { DocxNumbering } from './docx-numbering'
import { type NumberedPlace } from './docx-numbering'

/** A change of a part's XML: what stands from `start` to `end` is replaced. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly xml: string
}

/** Elements that are open while a part is read. */
interface OpenParagraph {
  style: string
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
 * Prepares a part for mammoth, which drops the words of simple fields and the numbers of lists, and reads hidden words as
 * text: unwraps the fields, writes the numbers into the paragraphs and leaves hidden runs out.
 * @param styles `word/styles.xml`, or empty
 */
export function preparedPart(xml: string, numbering: DocxNumbering, styles: string): PreparedPart {
  const edits: Edit[] = []
  const hiddenStyles = stylesThatHide(styles)
  const paragraphs: OpenParagraph[] = []
  const runs: { readonly start: number; hidden: boolean }[] = []
  const open: string[] = []
  const boxStarts: number[] = []
  let fallbacks = 0
  let hidden = 0
  const within = (name: string) => open.at(-1) === name
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const value = attributes['w:val'] ?? ''
        const paragraph = paragraphs.at(-1)
        if (name === 'w:fldSimple') edits.push(span('', parser))
        if (name === 'w:p') paragraphs.push({ style: '', place: {}, boxes: [] })
        if (name === 'w:r') runs.push({ start: parser.startIndex, hidden: false })
        if (name === 'w:vanish' && within('w:rPr') && open.at(-2) === 'w:r' && isOn(value)) hide(runs)
        if (name === 'w:rStyle' && open.at(-2) === 'w:r' && hiddenStyles.has(value)) hide(runs)
        if (paragraph && name === 'w:pStyle' && within('w:pPr')) paragraph.style = value
        if (paragraph && name === 'w:numId' && within('w:numPr')) paragraph.place.list = value
        if (paragraph && name === 'w:ilvl' && within('w:numPr')) paragraph.place.depth = Number(value) || 0
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

const runOf = (words: string): string =>
  `<w:r><w:t xml:space="preserve">${words.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</w:t></w:r>`

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

/** Character styles whose words are hidden. */
function stylesThatHide(styles: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [style] of styles.matchAll(/<w:style\s(?:(?!<\/w:style>)[\s\S])*<\/w:style>/g)) {
    const id = /\sw:styleId="([^"]*)"/.exec(style)?.[1]
    if (id && /\sw:type="character"/.test(style) && /<w:vanish\s*\/>/.test(style)) found.add(id)
  }
  return found
}
