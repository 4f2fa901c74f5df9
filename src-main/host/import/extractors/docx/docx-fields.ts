import { Parser } from 'htmlparser2'
import { applied, span, type Edit } from './docx-edits'
import { fieldAddress } from '../field-address'

/** An open field: what stands before its separator is its instruction, what stands behind it its result. */
interface OpenField {
  instruction: string
  /** The words of the instruction, which mammoth would read as text: the results of fields in it. */
  readonly words: Edit[]
  /** The parts of the instruction. */
  readonly parts: Edit[]
}

const WORDS = new Set(['w:t', 'w:tab', 'w:br', 'w:cr', 'w:sym', 'w:noBreakHyphen', 'w:drawing', 'w:pict'])

/**
 * A part without the words in the instructions of its fields, such as the results of fields in them, and with the address
 * of a link in the form that mammoth reads: it knows neither tips and windows behind an address nor simple fields with one.
 */
export function withPlainFields(xml: string): string {
  const edits: Edit[] = []
  const fields: OpenField[] = []
  /** For each open simple field, whether it is a link. */
  const simple: boolean[] = []
  let opened: { name: string; start: number; text: string } | undefined
  /** The outermost field whose instruction is being read. */
  let outer: OpenField | undefined
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'w:fldSimple') {
          const isWhole = !outer && xml[parser.endIndex - 1] !== '/'
          const address = !isWhole ? undefined : fieldAddress(attributes['w:instr'] ?? '')
          simple.push(address !== undefined)
          if (address !== undefined) edits.push(span(BEGIN(address), parser))
        }
        if (name === 'w:fldChar') onFieldCharacter(attributes['w:fldCharType'] ?? '')
        if (name === 'w:instrText' || WORDS.has(name)) opened ??= { name, start: parser.startIndex, text: '' }
      },
      ontext(text) {
        if (opened) opened.text += text
      },
      onclosetag(name) {
        if (name === 'w:fldSimple' && simple.pop()) edits.push(span(END, parser))
        if (name !== opened?.name) return
        const edit = { start: opened.start, end: parser.endIndex + 1, xml: '' }
        const isOwn = name === 'w:instrText' && outer === fields.at(-1)
        if (outer && (isOwn || name === 'w:t')) outer.instruction += opened.text
        if (outer) (name === 'w:instrText' ? outer.parts : outer.words).push(edit)
        opened = undefined
      },
    },
    { xmlMode: true },
  )
  function onFieldCharacter(type: string): void {
    if (type === 'begin') {
      const field = { instruction: '', words: [], parts: [] }
      fields.push(field)
      outer ??= field
      return
    }
    const field = type === 'end' ? fields.pop() : fields.at(-1)
    // What stands in a field that never ends is kept.
    if (field === undefined || field !== outer) return
    outer = undefined
    edits.push(...settled(field, parser.startIndex))
  }
  parser.write(xml)
  parser.end()
  return applied(xml, edits)
}

/** The edits of a field whose instruction ends here. */
function settled({ instruction, words, parts }: OpenField, at: number): Edit[] {
  const address = fieldAddress(instruction)
  return address === undefined
    ? words
    : [...words, ...parts, { start: at, end: at, xml: instructionOf(address) }]
}

const escaped = (words: string): string => words.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const instructionOf = (address: string) =>
  `<w:instrText>${escaped(`HYPERLINK "${address.replaceAll('"', '%22')}"`)}</w:instrText>`

const character = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const BEGIN = (address: string) =>
  `${character('begin')}<w:r>${instructionOf(address)}</w:r>${character('separate')}`
const END = character('end')
