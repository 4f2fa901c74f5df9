import { parseHTML } from 'linkedom'

const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31}\d{0,2});/i

/**
 * Text in which character references that were encoded twice, as many sites do in their metadata, are decoded. Markup
 * in it stays text.
 */
export function decodedEntities(words: string): string {
  if (words.length > 10_000 || !ENTITY.test(words)) return words
  const { document } = parseHTML(`<p>${words.replaceAll('<', '&lt;')}</p>`) as unknown as {
    readonly document: { querySelector(selector: string): { readonly textContent: string | null } | null }
  }
  return document.querySelector('p')?.textContent ?? words
}
