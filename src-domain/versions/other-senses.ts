/** Modal verbs and negations that can also be a name or a month: `May 2019`, `Theresa May`, `George Will`. */
const NAMES = new Set(['may', 'will', 'can', 'mai'])

/** What follows a modal verb at the beginning of a sentence: `May the talks succeed`, `Will Ankara pay`. */
const SUBJECT = /^\s+(?:i|we|you|he|she|it|they|this|that|these|those|there|the|an?|no|god)\b/i
const BEGINNING = /(?:^|[.!?:;…]["'’”»)\]]*\s+|["'‘“«([]|[\n—–]\s*)$/u
/** A title needs this many longer words for its capitals to tell that it is one. */
const LONGER_WORDS = 4

/**
 * Whether a modal verb or a negation is another word where it stands: a name, a month, or the sign `No.`. A month has a capital letter, or a day or a
 * year beside it; the number of a designation (`S-400 may`) is neither.
 */
export function isOtherSense(text: string, word: string, index: number): boolean {
  const lower = word.toLowerCase()
  const before = text.slice(0, index)
  const after = text.slice(index + word.length)
  if (lower === 'no') return /^\.\s?\p{N}/u.test(after)
  if (!NAMES.has(lower)) return false
  const isCapital = word[0] !== lower[0]
  if (lower === 'mai' || (lower === 'may' && isCapital)) {
    if (/(?<![\p{L}\p{N}\-‐‑.,])\d{1,2}(?:\.|st|nd|rd|th)?\s$/u.test(before)) return true
    if (/^\s\d{1,2}\b|^,?\s\d{4}\b/.test(after)) return true
  }
  // In capitals, or in a title, every word has one.
  if (!isCapital || word === word.toUpperCase() || isTitle(text)) return false
  if (!BEGINNING.test(before.trimStart())) return true
  return lower === 'may' && !SUBJECT.test(after)
}

function isTitle(text: string): boolean {
  const longer = text.match(/\p{L}{4,}/gu) ?? []
  const capitals = longer.filter((word) => /^\p{Lu}/u.test(word))
  return longer.length >= LONGER_WORDS && capitals.length > longer.length * 0.6
}
