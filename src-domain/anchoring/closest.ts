/** Of a passage's words, the share that must stand again in the same order for it to count as edited, not replaced. */
const ENOUGH = 0.6
/** Longer passages are not compared word by word: the table would take too much memory. */
const WORDS_LIMIT = 2000

/**
 * The stretch of the text that is the quote with some words changed, or undefined when too few of its words are left.
 * Words are compared by their longest common subsequence (Wagner and Fischer 1974).
 * @returns UTF-16 offsets into the text, trimmed of white space
 */
export function closest(text: string, quote: string): { start: number; end: number } | undefined {
  const there = text.match(/\S+/g) ?? []
  const wanted = quote.match(/\S+/g) ?? []
  if (there.length > WORDS_LIMIT || wanted.length > WORDS_LIMIT || there.length === 0) return undefined
  const common = commonWords(there, wanted)
  if (common / Math.max(there.length, wanted.length) < ENOUGH) return undefined
  const start = text.length - text.trimStart().length
  return { start, end: text.trimEnd().length }
}

/** The length of the longest common subsequence of two lists of words. */
function commonWords(a: readonly string[], b: readonly string[]): number {
  let previous = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const current = [0]
    b.forEach((other, j) => {
      current.push(word === other ? previous[j]! + 1 : Math.max(previous[j + 1]!, current[j]!))
    })
    previous = current
  }
  return previous[b.length]!
}
