import { isRightToLeft } from '#domain/formats/export/picture/svg-text'
import * as fontkit from 'fontkit'
import type { SignPicture } from './emoji-pictures'
import { PICTURE_PLACE } from './raster-text'
import { partsOf } from './sign-pictures'
import { systemFontsWith } from './system-fonts'
import { inTypeface, wholeFonts } from './typeface'

type Document = PDFKit.PDFDocument

/** Text of one direction that one typeface can set. */
interface Run {
  readonly text: string
  readonly font: string
  readonly rightToLeft: boolean
  /** The picture that stands for its sign. */
  readonly picture?: SignPicture
}

const INVISIBLE = /[\p{Cc}\p{Cf}\p{M}\p{Emoji_Modifier}]/u
/** Replaces a character that no available typeface has. */
const UNKNOWN = '□'
const LETTER = /[\p{L}\p{N}]/u
const WEIGHTS = [400, 600] as const

/** Inter in each weight, opened once, because opening takes as long as setting a page of text. */
const opened = new Map<number, { font: fontkit.Font; read: ReadonlyMap<number, number> }>()

/** Ranks characters with the same glyph by how likely they are meant: plain letters, then punctuation, then others. */
const rank = (point: number): number => {
  if (point < 0x100) return point
  return point >= 0x2000 && point < 0x2070 ? point - 0x1f00 : point + 0x1000
}

/**
 * A weight of Inter, and for each glyph its likeliest character: a PDF keeps only one character for a glyph when it
 * is read.
 */
function inter(weight: (typeof WEIGHTS)[number]) {
  const known = opened.get(weight)
  if (known) return known
  const file = fontkit.create(Buffer.from(wholeFonts()[WEIGHTS.indexOf(weight)]!)) as fontkit.Font
  // No contextual alternates: they would change the characters that are read from the PDF, such as an arrow to a
  // dash. PDFKit's own option for this would lay out each word again at every position.
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

/** Replaces characters whose glyphs read as others, such as the non-breaking hyphen. */
export const readable = (words: string): string =>
  Array.from(words.replaceAll('\u00ad', ''), (character) => {
    const point = character.codePointAt(0)!
    return String.fromCodePoint(inter(400).read.get(point) ?? point)
  }).join('')

/**
 * Sets lines of text in a PDF: in Inter, and in typefaces of this computer for characters that Inter lacks. Text from
 * right to left is reordered for display.
 */
export class PdfText {
  /** Typefaces of this computer, with their names in the document. */
  readonly #others: { name: string; face: fontkit.Font }[] = []

  /** @param characters all characters that will be set */
  constructor(
    private readonly document: Document,
    characters: Iterable<string>,
  ) {
    // PDFKit accepts an open font as well as bytes, although its types do not say so.
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
   * @param x its left edge; its right edge for text from right to left
   * @param room the most points it may be wide, if known
   */
  line(
    words: string,
    x: number,
    baseline: number,
    style: { size: number; weight: number; rightToLeft: boolean; room?: number },
  ): void {
    const runs = this.#inSight(readable(words), String(style.weight), style.rightToLeft)
    const widths = runs.map(({ text, font, picture }) =>
      picture
        ? (style.size * PICTURE_PLACE.height * picture.width) / picture.height
        : this.document.font(font).fontSize(style.size).widthOfString(text),
    )
    const width = widths.reduce((sum, each) => sum + each, 0)
    // Text that is too wide is condensed; narrow text is never stretched.
    const share = style.room && width > style.room ? style.room / width : 1
    let left = style.rightToLeft ? x - width : x
    runs.forEach(({ text, font, picture }, index) => {
      const [at, width] = [left, widths[index]! * share]
      left += width
      if (picture) return this.#picture(picture, at, baseline, style.size, width)
      this.document
        .font(font)
        .fontSize(style.size)
        .text(text, at, baseline, {
          lineBreak: false,
          baseline: 'alphabetic',
          ...(share < 1 && { horizontalScaling: share * 100 }),
        })
    })
  }

  #picture({ png }: SignPicture, x: number, baseline: number, size: number, width: number): void {
    const [y, height] = [baseline - size * PICTURE_PLACE.above, size * PICTURE_PLACE.height]
    this.document.image(Buffer.from(png), x, y, { width, height })
  }

  /** The runs in the order of display, from left to right. */
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

  /** Splits text into runs. Punctuation and spaces take the direction of the text before them. */
  #runs(words: string, weight: string, rightToLeft: boolean): Run[] {
    const runs: Run[] = []
    for (const { text, picture } of partsOf(words))
      if (picture)
        runs.push({ text, font: weight, rightToLeft: runs.at(-1)?.rightToLeft ?? rightToLeft, picture })
      else this.#addRuns(runs, text, weight, rightToLeft)
    return runs
  }

  #addRuns(runs: Run[], words: string, weight: string, rightToLeft: boolean): void {
    for (const character of words) {
      const last = runs.at(-1)
      const font = this.#fontFor(character, weight, last?.font)
      // Leave out invisible characters that no typeface has.
      if (font === undefined && INVISIBLE.test(character)) continue
      const drawn = { text: font === undefined ? UNKNOWN : character, font: font ?? weight }
      const direction = LETTER.test(character) ? isRightToLeft(character) : (last?.rightToLeft ?? rightToLeft)
      if (last && !last.picture && last.font === drawn.font && last.rightToLeft === direction)
        runs[runs.length - 1] = { ...last, text: last.text + drawn.text }
      else runs.push({ ...drawn, rightToLeft: direction })
    }
  }

  /** The typeface for a character. Accents and joiners take that of the letter before them if it has them. */
  #fontFor(character: string, weight: string, before: string | undefined): string | undefined {
    const point = character.codePointAt(0)!
    const has = ({ face }: { face: fontkit.Font }) => face.hasGlyphForCodePoint(point)
    if (INVISIBLE.test(character) && this.#others.some((each) => each.name === before && has(each)))
      return before
    if (inTypeface(character)) return weight
    return this.#others.find(has)?.name
  }
}
