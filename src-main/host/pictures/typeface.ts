import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import type { ExportEnv } from '#domain/formats/export/writer'
import type { TextStyle } from '#domain/canvas/wrap-text'

export type Weight = TextStyle['weight']

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
export const inTypeface = (character: string): boolean => hasCharacter(wholeFont(400), character)

/** The first of the files for the screen that has the character. */
export function subsetFontWith(character: string, weight: Weight): fontkit.Font | undefined {
  for (const subset of SUBSETS) {
    const font = openFont(subsetFile(subset, weight))
    if (hasCharacter(font, character)) return font
  }
  return undefined
}

/** The whole typeface, if it has the character. */
export function wholeFontWith(character: string, weight: Weight): fontkit.Font | undefined {
  const font = wholeFont(weight)
  return hasCharacter(font, character) ? font : undefined
}

const hasCharacter = (font: fontkit.Font, character: string): boolean =>
  font.hasGlyphForCodePoint(character.codePointAt(0)!)

const opened = new Map<string, fontkit.Font>()

function openFont(path: string): fontkit.Font {
  let font = opened.get(path)
  if (!font) opened.set(path, (font = fontkit.openSync(path) as fontkit.Font))
  return font
}

const wholeFont = (weight: Weight): fontkit.Font => openFont(packages.resolve(WHOLE[weight]))
