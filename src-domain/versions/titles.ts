import { SAME_ARTICLE } from './thresholds'

/** UTF-16 units of a title that are compared: no article in a project has a longer one. */
const COMPARED = 1000

/** A title as it is compared: in small letters, without accents, marks and the name of the site behind a bar. */
export function canonicalTitle(whole: string): string {
  const title = whole.slice(0, COMPARED)
  // A subtitle may follow a dash, so only up to three words there count as the name of a site.
  const bare = title.replace(/\s+(?:[|·»]\s+[^|·»]{1,40}|[–—]\s+\S+(?:\s+\S+){0,2})$/, '')
  return wordsOf(bare).join(' ') || wordsOf(title).join(' ')
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether a canonical title has enough words to identify an article. "Press release" and "Turkey and NATO" do not. */
export const isTelling = (canonical: string): boolean =>
  canonical.split(' ').length >= SAME_ARTICLE.tellingTitleWords

/** Whether two works have an author of the same name, “Austen, Jane” and “Jane Austen” being the same. */
export function shareAuthor(one: { readonly authors: readonly string[] }, other: typeof one): boolean {
  const names = new Set(one.authors.map(nameOf))
  return other.authors.some((author) => nameOf(author) !== '' && names.has(nameOf(author)))
}

const nameOf = (author: string): string => wordsOf(author).sort().join(' ')
