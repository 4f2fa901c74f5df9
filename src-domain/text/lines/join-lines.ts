import { endsCut, startsWithWord } from '../sentences/sentences'
import type { Finding, Passage, Piece } from '../structure/passages'
import { countForms, formsOf, halvesAt, judgeHyphen, type HyphenVerdict } from './hyphens'

const LINK_END = /(?:https?:\/\/|www\.)\S*$/u
const CHINESE_OR_JAPANESE = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uff60]/u

/** How many hyphens at line ends got each verdict. */
type Tally = Record<HyphenVerdict, number>

/** Joins the lines of each passage into running text, and words that were cut at line ends into whole words. */
export function joinLines(passages: readonly Passage[]): { pieces: Piece[]; report: Finding[] } {
  const counts = countForms(linesOf(passages), wantedForms(passages))
  const tally: Tally = { cut: 0, kept: 0 }
  const pieces = passages.map(({ lines, ...passage }): Piece => {
    const sheet = lines[0]?.sheet
    const rest = sheet === undefined ? passage : { ...passage, page: sheet }
    if (rest.keepsLines) return { ...rest, text: lines.map((line) => line.text).join('\n') }
    const parts = lines.map(({ text }, index) => {
      const next = lines[index + 1]?.text
      return next === undefined ? text : withSeam(text, next, counts, tally)
    })
    return { ...rest, text: parts.join('').replace(/\u00ad/g, '') }
  })
  const report = [
    { what: 'hyphenated words rejoined', count: tally.cut },
    { what: 'hyphens kept at line ends', count: tally.kept },
  ]
  return { pieces, report: report.filter(({ count }) => count > 0) }
}

/** The line as it joins the next one: with or without its hyphen, with or without a space. */
function withSeam(line: string, next: string, counts: ReadonlyMap<string, number>, tally: Tally): string {
  const end = line.slice(-200)
  // A link is broken after a slash or hyphen that is part of it.
  if (LINK_END.test(end) && /[-/_=&?]$/u.test(end) && /^[\p{L}\p{N}]/u.test(next)) return line
  if (/[\u00ad¬]$/u.test(end)) {
    tally.cut += 1
    return line.slice(0, -1)
  }
  if (endsCut(line) && startsWithWord(next)) {
    const halves = halvesAt(line, next)
    const verdict = halves ? judgeHyphen(halves, counts) : 'kept'
    tally[verdict] += 1
    return verdict === 'cut' ? line.slice(0, -1) : line
  }
  if (/\S(?:--|—|\p{L}\/)$/u.test(end)) return line
  const isSeamless = CHINESE_OR_JAPANESE.test(end.slice(-1)) && CHINESE_OR_JAPANESE.test(next.slice(0, 1))
  return isSeamless ? line : `${line} `
}

function* linesOf(passages: readonly Passage[]): Generator<string> {
  for (const passage of passages) for (const line of passage.lines) yield line.text
}

/** All forms of words that are cut at a line end. */
function wantedForms(passages: readonly Passage[]): Set<string> {
  const wanted = new Set<string>()
  for (const { lines } of passages) {
    lines.forEach((line, index) => {
      const next = lines[index + 1]
      const halves = next && endsCut(line.text) ? halvesAt(line.text, next.text) : undefined
      for (const form of halves ? formsOf(halves) : []) wanted.add(form)
    })
  }
  return wanted
}
