/** What is compared of a title, in UTF-16 units: no article in a project has a longer one. */
const COMPARED = 1000

/** A title as it is compared: words in small letters, without accents, marks and what a site adds behind a bar. */
export function canonicalTitle(whole: string): string {
  const title = whole.slice(0, COMPARED)
  // Behind a dash may stand a subtitle: only a few words there are taken for the name of a site.
  const bare = title.replace(/\s+(?:[|·»]\s+[^|·»]{1,40}|[–—]\s+\S+(?:\s+\S+){0,2})$/, '')
  return wordsOf(bare).join(' ') || wordsOf(title).join(' ')
}

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

/** "Introduction", "Press release", "Turkey and NATO": shorter titles are shared by articles that have nothing in common. */
const TELLING_WORDS = 4

/** Whether a title, in its compared form, is long enough to tell one article from the others. */
export const isTelling = (canonical: string): boolean => canonical.split(' ').length >= TELLING_WORDS
