import type * as fontkit from 'fontkit'
import type { Measure } from '#domain/canvas/wrap-text'
import { subsetFontWith, wholeFontWith, type Weight } from './typeface'

/** The width of text, with pair kerning as in browsers. Characters that the typeface lacks are estimated. */
export const measure: Measure = (text, { size, weight }) => {
  const script = scriptOf(text)
  const known = glyphs[weight][script]
  let width = 0
  let before: Glyph | undefined
  for (const character of text) {
    let glyph = known.get(character)
    if (!glyph) {
      if (known.size >= CACHE_LIMIT) known.clear()
      glyph = glyphOf(character, weight)
      known.set(character, glyph)
    }
    width += glyph.advance + (before ? kerning(before, glyph, script) : 0)
    before = glyph
  }
  return width * size
}

/** A character with its font and advance, and its kerning with the characters after it, as far as it is known. */
interface Glyph {
  readonly character: string
  readonly font: fontkit.Font | undefined
  readonly advance: number
  readonly kerning: Map<string, number>
}

/** Scripts with their own kerning rules. Digits and punctuation use those of the letters around them. */
type Script = 'latn' | 'cyrl' | 'grek' | 'DFLT'

const LETTER = /\p{L}/u

function scriptOf(text: string): Script {
  const letter = LETTER.exec(text)?.[0]
  if (!letter) return 'DFLT'
  if (letter < '\u0370') return 'latn'
  if (/\p{Script=Cyrillic}/u.test(letter)) return 'cyrl'
  if (/\p{Script=Greek}/u.test(letter)) return 'grek'
  return 'latn'
}

const CACHE_LIMIT = 4000
const KERNING_LIMIT = 1000
const JOINER = '\u200d'
const emptyCaches = (): Record<Script, Map<string, Glyph>> => ({
  latn: new Map(),
  cyrl: new Map(),
  grek: new Map(),
  DFLT: new Map(),
})
const glyphs: Record<Weight, ReturnType<typeof emptyCaches>> = { 400: emptyCaches(), 600: emptyCaches() }

function glyphOf(character: string, weight: Weight): Glyph {
  const font = fontOf(character, weight)
  const advance = font ? advanceIn(font, character, 'DFLT') : guess(character)
  return { character, font, advance, kerning: new Map() }
}

function kerning(left: Glyph, right: Glyph, script: Script): number {
  // Emoji joined into one picture are as wide as the first of them.
  if (left.character === JOINER && !right.font) return -right.advance
  if (!left.font || left.font !== right.font) return 0
  const known = left.kerning.get(right.character)
  if (known !== undefined) return known
  if (left.kerning.size >= KERNING_LIMIT) left.kerning.clear()
  const pair = advanceIn(left.font, left.character + right.character, script)
  const found = pair - left.advance - right.advance
  left.kerning.set(right.character, found)
  return found
}

const advanceIn = (font: fontkit.Font, text: string, script: Script): number =>
  font.layout(text, undefined, script).advanceWidth / font.unitsPerEm

const INVISIBLE = /[\p{Cc}\p{Cf}\p{M}\p{Emoji_Modifier}]/u
const PICTURE = /\p{Emoji_Presentation}/u
const SQUARE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u

function fontOf(character: string, weight: Weight): fontkit.Font | undefined {
  const subset = subsetFontWith(character, weight)
  if (subset || INVISIBLE.test(character) || PICTURE.test(character)) return subset
  return wholeFontWith(character, weight)
}

/** The width in ems that other typefaces give such characters. */
function guess(character: string): number {
  if (INVISIBLE.test(character)) return 0
  if (PICTURE.test(character)) return 1.25
  return SQUARE.test(character) ? 1 : 0.6
}
