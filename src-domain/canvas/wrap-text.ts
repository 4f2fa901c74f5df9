import { lazily } from '../collections/lazily'

/** Font size, in map pixels, and weight of a text. */
export interface TextStyle {
  readonly size: number
  readonly weight: 400 | 600
}

/**
 * Measures the width of a text in map pixels: on screen with a canvas, in exports with the files of the same typeface.
 */
export type Measure = (text: string, style: TextStyle) => number

export interface Wrapped {
  readonly lines: readonly string[]
  /** Whether the text was cut and ends in an ellipsis. */
  readonly clamped: boolean
}

/**
 * Breaks a text into lines that fit a width in map pixels: at white space, and inside a word only if it is wider than a
 * line. Line feeds are kept. Returns at most `maximum` lines; if there are more, the last one ends in an ellipsis.
 */
export function wrap(
  text: string,
  style: TextStyle,
  width: number,
  maximum: number,
  measure: Measure,
): Wrapped {
  const fits = (line: string) => measure(line, style) <= width
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      const longer = line ? `${line} ${word}` : word
      if (fits(longer)) {
        line = longer
        continue
      }
      if (line) lines.push(line)
      const pieces = fits(word) ? [word] : breakWord(word, fits)
      lines.push(...pieces.slice(0, -1))
      line = pieces.at(-1) ?? ''
      if (lines.length > maximum) return clamp(lines, maximum, fits)
    }
    lines.push(line)
  }
  return lines.length > maximum ? clamp(lines, maximum, fits) : { lines, clamped: false }
}

/** Breaks words between graphemes, so that no visible character is split. */
const graphemes = lazily(() => new Intl.Segmenter('en', { granularity: 'grapheme' }))

function breakWord(word: string, fits: (line: string) => boolean): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const { segment } of graphemes().segment(word)) {
    if (piece && !fits(piece + segment)) {
      pieces.push(piece)
      piece = ''
    }
    piece += segment
  }
  return [...pieces, piece]
}

function clamp(lines: readonly string[], maximum: number, fits: (line: string) => boolean): Wrapped {
  const kept = lines.slice(0, maximum)
  let last = [...graphemes().segment(kept[maximum - 1] ?? '')].map(({ segment }) => segment)
  while (last.length > 0 && !fits(`${last.join('').trimEnd()}…`)) last = last.slice(0, -1)
  return { lines: [...kept.slice(0, -1), `${last.join('').trimEnd()}…`], clamped: true }
}
