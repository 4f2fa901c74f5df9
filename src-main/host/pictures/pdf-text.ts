import { isRightToLeft } from '#domain/formats/export/picture/svg-text'
import * as fontkit from 'fontkit'
import { inTypeface, systemFontsWith, wholeFonts } from './typeface'

type Document = PDFKit.PDFDocument

/** Words of one direction that one typeface can set. */
interface Run {
  readonly text: string
  readonly font: string
  readonly rightToLeft: boolean
}

const INVISIBLE = /[\p{Cc}\p{Cf}\p{M}\p{Emoji_Modifier}]/u
/** Stands for a character that no typeface here has. */
const UNKNOWN = '□'
const LETTER = /[\p{L}\p{N}]/u
const WEIGHTS = [400, 600] as const

/** Inter as it is set here, opened once: that takes as long as a page of text. */
const opened = new Map<number, { font: fontkit.Font; read: ReadonlyMap<number, number> }>()

/** Which of the characters that are drawn alike is most likely meant: plain letters, then points, then any other. */
const rank = (point: number): number => {
  if (point < 0x100) return point
  return point >= 0x2000 && point < 0x2070 ? point - 0x1f00 : point + 0x1000
}

/** A typeface, and for each of its characters the likeliest that is drawn alike: only one of them can be read again. */
function inter(weight: (typeof WEIGHTS)[number]) {
  const known = opened.get(weight)
  if (known) return known
  const file = fontkit.create(Buffer.from(wholeFonts()[WEIGHTS.indexOf(weight)]!)) as fontkit.Font
  // Without forms for the context: what is read would be other characters than were written, an arrow for a dash, say.
  // Not by an option of PDFKit's, with which it lays out each word anew wherever it stands.
  const layout = (text: string) => file.layout(text, { calt: false } as never)
  const font = Object.create(file, { layout: { value: layout } }) as fontkit.Font
  const first = new Map<number, number>()
  const read = new Map<number, number>()
  for (const character of [...font.characterSet].sort((a, b) => rank(a) - rank(b))) {
    const { id } = font.glyphForCodePoint(character)
    first.set(id, first.get(id) ?? character)
    read.set(character, first.get(id)!)
  }
  opened.set(weight, { font, read })
  return { font, read }
}

/** The same words in characters that are read as they are written: a hyphen, whether or not it may break there. */
export const readable = (words: string): string =>
  Array.from(words.replaceAll('\u00ad', ''), (character) => {
    const point = character.codePointAt(0)!
    return String.fromCodePoint(inter(400).read.get(point) ?? point)
  }).join('')

/**
 * Lines of text in a PDF: in Inter, and in typefaces of this computer what Inter lacks. Words from right to left are
 * put in the order in which they are seen.
 */
export class PdfText {
  /** Faces of this computer by the name under which the document knows them. */
  readonly #others: { name: string; face: fontkit.Font }[] = []

  /** @param characters all that will be set */
  constructor(
    private readonly document: Document,
    characters: Iterable<string>,
  ) {
    // PDFKit takes a font that is open as well as its bytes; its types do not say so.
    for (const weight of WEIGHTS) document.registerFont(String(weight), inter(weight).font as never)
    const strangers = [...characters].filter((each) => !INVISIBLE.test(each) && !inTypeface(each))
    systemFontsWith(strangers).forEach((bytes, index) => {
      const file = fontkit.create(Buffer.from(bytes))
      const faces = 'fonts' in file ? file.fonts : [file]
      for (const [place, face] of faces.entries()) {
        const name = `other ${index} ${place}`
        document.registerFont(name, Buffer.from(bytes), 'fonts' in file ? face.postscriptName : undefined)
        this.#others.push({ name, face })
      }
    })
  }

  /**
   * Sets a line.
   * @param x its left edge, or its right one where it runs from right to left
   * @param room how wide it is to be, where that is known
   */
  line(
    words: string,
    x: number,
    baseline: number,
    style: { size: number; weight: number; rightToLeft: boolean; room?: number },
  ): void {
    const runs = this.#inSight(readable(words), String(style.weight), style.rightToLeft)
    const widths = runs.map(({ text, font }) =>
      this.document.font(font).fontSize(style.size).widthOfString(text),
    )
    const width = widths.reduce((sum, each) => sum + each, 0)
    // Squeezed where it would be too wide, never stretched.
    const share = style.room && width > style.room ? style.room / width : 1
    let left = style.rightToLeft ? x - width : x
    runs.forEach(({ text, font }, index) => {
      this.document
        .font(font)
        .fontSize(style.size)
        .text(text, left, baseline, {
          lineBreak: false,
          baseline: 'alphabetic',
          ...(share < 1 && { horizontalScaling: share * 100 }),
        })
      left += widths[index]! * share
    })
  }

  /** The runs from the left to the right. */
  #inSight(words: string, weight: string, rightToLeft: boolean): Run[] {
    const stretches: Run[][] = []
    for (const run of this.#runs(words, weight, rightToLeft)) {
      const last = stretches.at(-1)
      if (last?.[0]?.rightToLeft === run.rightToLeft) last.push(run)
      else stretches.push([run])
    }
    const ordered = rightToLeft ? stretches.reverse() : stretches
    return ordered.flatMap((stretch) => (stretch[0]!.rightToLeft ? stretch.reverse() : stretch))
  }

  /** Points and spaces run the way of what stands before them. */
  #runs(words: string, weight: string, rightToLeft: boolean): Run[] {
    const runs: Run[] = []
    for (const character of words) {
      const last = runs.at(-1)
      const font = this.#fontFor(character, weight, last?.font)
      // What cannot be drawn and would not be seen is left out.
      if (font === undefined && INVISIBLE.test(character)) continue
      const drawn = { text: font === undefined ? UNKNOWN : character, font: font ?? weight }
      const direction = LETTER.test(character) ? isRightToLeft(character) : (last?.rightToLeft ?? rightToLeft)
      if (last && last.font === drawn.font && last.rightToLeft === direction)
        runs[runs.length - 1] = { ...last, text: last.text + drawn.text }
      else runs.push({ ...drawn, rightToLeft: direction })
    }
    return runs
  }

  /** Accents and joiners are set with the letter before them, if its typeface has them. */
  #fontFor(character: string, weight: string, before: string | undefined): string | undefined {
    const point = character.codePointAt(0)!
    const has = ({ face }: { face: fontkit.Font }) => face.hasGlyphForCodePoint(point)
    if (INVISIBLE.test(character) && this.#others.some((each) => each.name === before && has(each)))
      return before
    if (inTypeface(character)) return weight
    return this.#others.find(has)?.name
  }
}
