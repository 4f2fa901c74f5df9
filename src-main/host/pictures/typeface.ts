import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import * as fontkit from 'fontkit'
import type { ExportEnv } from '#domain/formats/export/writer'
import type { Measure, TextStyle } from '#domain/canvas/wrap-text'

type Weight = TextStyle['weight']

const WEIGHTS: readonly Weight[] = [400, 600]
/**
 * The typeface as files for the web, each with a part of its characters. The screen loads these, so pictures embed
 * and measure the same files.
 */
const SUBSETS = [
  'latin',
  'latin-ext',
  'cyrillic',
  'cyrillic-ext',
  'greek',
  'greek-ext',
  'vietnamese',
] as const
const WHOLE: Record<Weight, string> = {
  400: '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  600: '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
}

const packages = createRequire(import.meta.url)
const subsetFile = (subset: string, weight: Weight): string =>
  packages.resolve(`@fontsource/inter/files/inter-${subset}-${weight}-normal.woff2`)

/** The typeface's files for embedding into pictures. */
export function fonts(): ExportEnv['fonts'] {
  const ranges = packages('@fontsource/inter/unicode.json') as Record<string, string>
  return WEIGHTS.flatMap((weight) =>
    SUBSETS.map((subset) => ({
      weight,
      base64: readFileSync(subsetFile(subset, weight), 'base64'),
      range: ranges[subset]!,
    })),
  )
}

/** The typeface in whole files, for a renderer that cannot combine the parts. */
export const wholeFonts = (): Uint8Array[] =>
  WEIGHTS.map((weight) => readFileSync(packages.resolve(WHOLE[weight])))

/** Whether the typeface has the character. */
export const inTypeface = (character: string): boolean =>
  wholeFont(400).hasGlyphForCodePoint(character.codePointAt(0)!)

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

const opened = new Map<string, fontkit.Font>()

function openFont(path: string): fontkit.Font {
  let font = opened.get(path)
  if (!font) opened.set(path, (font = fontkit.openSync(path) as fontkit.Font))
  return font
}

const wholeFont = (weight: Weight): fontkit.Font => openFont(packages.resolve(WHOLE[weight]))

const INVISIBLE = /[\p{Cc}\p{Cf}\p{M}\p{Emoji_Modifier}]/u
const PICTURE = /\p{Emoji_Presentation}/u
const SQUARE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u

function fontOf(character: string, weight: Weight): fontkit.Font | undefined {
  const has = (font: fontkit.Font) => font.hasGlyphForCodePoint(character.codePointAt(0)!)
  const cut = SUBSETS.map((subset) => () => openFont(subsetFile(subset, weight))).find((open) => has(open()))
  if (cut) return cut()
  if (INVISIBLE.test(character) || PICTURE.test(character)) return undefined
  return has(wholeFont(weight)) ? wholeFont(weight) : undefined
}

/** The width in ems that other typefaces give such characters. */
function guess(character: string): number {
  if (INVISIBLE.test(character)) return 0
  if (PICTURE.test(character)) return 1.25
  return SQUARE.test(character) ? 1 : 0.6
}

const FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.local/share/fonts'),
  '/System/Library/Fonts',
  '/Library/Fonts',
  join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
]
/** File names of upright, regular typefaces that usually cover scripts which ours lacks. */
const LIKELY = new RegExp(
  '^(dejavusans|noto ?sans|noto ?emoji|droidsansfallback|freesans|symbola|wqy|ipag|arial|apple ?symbols|geeza|' +
    'hiragino|pingfang|segoeui|seguisym|seguiemj|msyh|meiryo|malgun|nirmala|leelawui)',
  'i',
)
const SLANTED_OR_BOLD = /bold|italic|oblique|thin|light|medium|mono/i

/**
 * Typefaces of this computer for these characters, as few as possible. Characters that none of them has are ignored.
 */
export function systemFontsWith(characters: Iterable<string>): Uint8Array[] {
  const wanted = new Set(characters)
  const found: Uint8Array[] = []
  for (const path of wanted.size ? FOLDERS.flatMap(likelyFonts) : []) {
    const held = heldBy(path, wanted)
    if (held.length === 0) continue
    for (const character of held) wanted.delete(character)
    found.push(readFileSync(path))
    if (wanted.size === 0) break
  }
  return found
}

function likelyFonts(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ttf|otf|ttc)$/i.test(path))
      .filter((path) => LIKELY.test(basename(path)) && !SLANTED_OR_BOLD.test(basename(path)))
      .map((path) => join(folder, path))
  } catch {
    return []
  }
}

/** The characters that a typeface has; none if the file cannot be read. */
function heldBy(path: string, characters: ReadonlySet<string>): string[] {
  try {
    const file = fontkit.openSync(path)
    const faces = 'fonts' in file ? file.fonts : [file]
    return [...characters].filter((each) =>
      faces.some((face) => face.hasGlyphForCodePoint(each.codePointAt(0)!)),
    )
  } catch {
    return []
  }
}
