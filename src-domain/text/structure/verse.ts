import { widestOf, type Layout } from '../lines/line-metrics'
import type { Line } from '../lines/lines'
import { endsSentence, startsMidSentence } from '../sentences/sentences'
import { isInCapitals } from './headings'
import { listMarker } from './lists'
import { PARAGRAPHS } from './thresholds'

/** Ends like a line of verse or an address, or begins with a label: "Date: …". */
const VERSE_OR_LABEL = /[,;]$|^[\p{L}-]+: /u

/**
 * Verse, an address or a list of labels: short lines, most of which begin with a capital and do not end a sentence. At
 * the head of a text such lines are its title, author and date, unless one of them can only be verse or a label.
 */
export function isVerse(chunk: readonly Line[], layout: Layout, opensText: boolean): boolean {
  if (chunk.length < PARAGRAPHS.fewestVerseLines) return false
  if (chunk.some((line) => listMarker(line.text) || isInCapitals(line.text))) return false
  const longest = layout.measure ? layout.measure * PARAGRAPHS.verseShare : PARAGRAPHS.longestVerseLine
  if (widestOf(chunk) > longest) return false
  const withoutLast = chunk.slice(0, -1)
  if (opensText && !withoutLast.some((line) => VERSE_OR_LABEL.test(line.text))) return false
  const capitals = chunk.filter((line) => !startsMidSentence(line.text)).length
  const open = withoutLast.filter((line) => !endsSentence(line.text)).length
  return (
    capitals >= chunk.length * PARAGRAPHS.verseCapitalShare &&
    open >= withoutLast.length * PARAGRAPHS.verseOpenShare
  )
}
