/** Titles that a page declares for other programs, the most careful first. */
interface Declared {
  /** For scholarly catalogues. These are exact. */
  readonly cited: readonly string[]
  /** For search engines and social networks. Some sites put a short description there. */
  readonly declared: readonly string[]
}

/** Titles that a reader of the page sees. */
interface Shown {
  readonly headings: readonly string[]
  /** The title of the window, which often has the name of the site too. */
  readonly window: string
}

/**
 * The title of a page: the first declared one that agrees with what the page shows, as a heading or as the title of its
 * window. If none agrees, the heading that agrees with the window; then the first declared one; then what is shown.
 */
export function bestTitle({ cited, declared }: Declared, { headings, window }: Shown): string {
  const exact = cited.find(Boolean)
  if (exact) return exact
  const shown = [...headings, window].filter(Boolean)
  const named = declared.filter(Boolean)
  const agreeing = named.find((title) => shown.some((words) => agree(title, words)))
  if (agreeing) return agreeing
  const seen = headings.filter(Boolean)
  const confirmed = seen.find((heading) => window !== '' && agree(heading, window))
  // Of several first-level headings none is known to be the title.
  return confirmed && named.length > 0
    ? confirmed
    : (named[0] ?? (seen.length === 1 ? seen[0]! : window) ?? '')
}

/** Whether one text has the other in it, whatever the signs between words. */
function agree(a: string, b: string): boolean {
  const [first, second] = [keyOf(a), keyOf(b)]
  if (first === '' || second === '') return false
  return first.includes(second) || second.includes(first)
}

const keyOf = (words: string): string =>
  ` ${words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()} `.replace(/^ +$/, '')
