import * as fontkit from 'fontkit'
import { lazily } from '#domain/collections/lazily'
import { EmojiPictures, type SignPicture } from './emoji-pictures'
import { picturedFonts, systemFontsWith } from './system-fonts'
import { inTypeface } from './typeface'

interface Pictured {
  readonly font: fontkit.Font
  readonly pictures: EmojiPictures
}

let known: readonly Pictured[] | undefined

/** The typefaces of this computer that have pictures for signs, opened once. */
const pictured = (): readonly Pictured[] =>
  (known ??= picturedFonts().flatMap((path) => openPictured(path) ?? []))

function openPictured(path: string): Pictured | undefined {
  try {
    const pictures = EmojiPictures.in(path)
    const file = fontkit.openSync(path)
    if (!pictures || 'fonts' in file) return undefined
    // fontkit knows no glyphs without outlines. Their ids are enough to join the characters of a flag.
    const getGlyph = (id: number, codePoints: number[]) => ({ id, codePoints, advanceWidth: 0 })
    return { font: Object.create(file, { getGlyph: { value: getGlyph } }) as fontkit.Font, pictures }
  } catch {
    return undefined
  }
}

/** A part of a line: words, or a sign that is drawn by a picture. */
export interface LinePart {
  readonly text: string
  readonly picture?: SignPicture
}

const signs = lazily(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))
const PICTURE = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u

/** Splits a line at the signs that our typeface lacks and another one has a picture for. */
export function partsOf(line: string): LinePart[] {
  if (!PICTURE.test(line)) return [{ text: line }]
  const parts: LinePart[] = []
  for (const { segment } of signs().segment(line)) {
    const picture = pictureOf(segment)
    const last = parts.at(-1)
    if (picture) parts.push({ text: segment, picture })
    else if (last && !last.picture) parts[parts.length - 1] = { text: last.text + segment }
    else parts.push({ text: segment })
  }
  return parts
}

function pictureOf(sign: string): SignPicture | undefined {
  if (!PICTURE.test(sign) || inTypeface(sign)) return undefined
  for (const { font, pictures } of pictured()) {
    const picture = pictures.pictureOfSign(font, sign)
    if (picture) return picture
  }
  return undefined
}

const INVISIBLE = /^[\p{Cc}\p{Cf}\p{M}\s]/u

/** The signs in these lines that no typeface of this computer has: they are drawn as boxes. */
export function signsLacking(lines: Iterable<string>): string[] {
  const strangers = new Set<string>()
  for (const line of lines)
    for (const { text, picture } of partsOf(line))
      if (!picture) for (const { segment } of signs().segment(text)) strangers.add(segment)
  const missing = [...strangers].filter((sign) => !INVISIBLE.test(sign) && !inTypeface(sign))
  if (missing.length === 0) return []
  const fonts = systemFontsWith(missing).flatMap((bytes) => {
    const file = fontkit.create(Buffer.from(bytes))
    return 'fonts' in file ? file.fonts : [file]
  })
  return missing.filter((sign) => !fonts.some((font) => font.hasGlyphForCodePoint(sign.codePointAt(0)!)))
}
