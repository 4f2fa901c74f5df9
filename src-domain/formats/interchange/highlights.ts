import { plainWords } from './plain-words'
import type { IncomingClaim, IncomingMap, IncomingStep } from './incoming'
import type { LossList } from './loss-list'
import { quotesSource, type Quote, type QuotedWork } from './quotes-source'

/** A passage that somebody has marked in another program, with what was said of it. */
export interface Highlight {
  readonly id: string
  /** The marked words; empty for a remark about the whole work. */
  readonly quotes: readonly { readonly words: string; readonly prefix?: string; readonly suffix?: string }[]
  /** A remark in Markdown. */
  readonly comment: string
  /** The wording that the remark says, if our key has it. */
  readonly exact?: string | undefined
  readonly unstated?: boolean | undefined
  readonly tags: readonly string[]
  readonly category?: string | undefined
  readonly notes: readonly string[]
  readonly created?: string | undefined
  /** Undefined if nothing is known of the work. */
  readonly work: Omit<QuotedWork, 'id'>
}

/** A comment that is longer becomes a note, and its first sentence the wording. UTF-16 units. */
export const LONGEST_WORDING = 300

/** Claims that rest on sources made of quotes, for articles that may be in the project under the same address or title. */
export function highlightsMap(
  format: string,
  name: string,
  highlights: readonly Highlight[],
  losses: LossList,
  steps: readonly IncomingStep[] = [],
): IncomingMap {
  const works = new Map<string, { work: QuotedWork; quotes: Quote[] }>()
  const claims: IncomingClaim[] = []
  for (const { id, quotes, comment, exact, tags, category, unstated, notes, created, work } of highlights) {
    const words = quotes.map((quote) => quote.words).filter((each) => each.trim() !== '')
    const { text, note } = exact === undefined ? wordingFor(comment, words) : { text: exact, note: '' }
    if (text === '') {
      losses.name('annotation:empty', id, 'Annotations without words, kept only in the file')
      continue
    }
    claims.push({
      id,
      text,
      isPassage: comment.trim() === '' && words.length === 1,
      note: [note, ...notes].filter(Boolean).join('\n\n'),
      tags,
      created,
      unstated,
      category: category ?? (comment.trim() === '' ? 'evidence' : 'judgement'),
      placed: false,
    })
    if (words.length === 0) continue
    const key = work.url || work.doi || `${work.title} ${(work.authors ?? []).join(' ')}`
    const known = works.get(key) ?? { work: { ...work, id: `work ${works.size + 1}` }, quotes: [] }
    works.set(key, known)
    for (const { words: quote, prefix, suffix } of quotes)
      known.quotes.push({ id, claim: id, words: quote, prefix, suffix })
  }
  return {
    format,
    name,
    hasMap: steps.length > 0,
    claims: steps.length > 0 ? withPlaces(claims, steps) : claims,
    steps,
    sources: [...works.values()].map(({ work, quotes }) => quotesSource(work, quotes)),
    groups: [],
    losses: losses.lines(),
  }
}

/** Claims between which the file has relations are on its map. */
function withPlaces(claims: readonly IncomingClaim[], steps: readonly IncomingStep[]): IncomingClaim[] {
  const joined = new Set(steps.flatMap(({ premises, target }) => [...premises, target.id]))
  return claims.map((claim) => ({ ...claim, placed: joined.has(claim.id) }))
}

function wordingFor(comment: string, quotes: readonly string[]): { text: string; note: string } {
  if (comment.trim() === '') return { text: quotes.join(' … ').trim(), note: '' }
  const plain = plainWords(comment).trim()
  if (plain.length <= LONGEST_WORDING) return { text: plain, note: '' }
  const sentence = /^[\s\S]{1,300}?[.!?…](?=\s)/.exec(plain)?.[0] ?? `${plain.slice(0, LONGEST_WORDING - 1)}…`
  return { text: sentence, note: plain }
}
