import { markLink } from '#domain/text/clean/link-marks'

/** The absolute web address of a link; undefined for other schemes and for links within the page. */
export function linkTarget(href: string | null, base: string): string | undefined {
  const written = href?.trim() ?? ''
  if (written === '' || written.startsWith('#')) return undefined
  if (/^https?:/i.test(written)) return URL.canParse(written) && !onPage(written, base) ? written : undefined
  if (base === '' || !URL.canParse(written, base)) return undefined
  const target = new URL(written, base).href
  return /^https?:/i.test(target) && !onPage(target, base) ? target : undefined
}

const onPage = (target: string, base: string) =>
  target.includes('#') && target.split('#')[0] === base.split('#')[0]

/** Whether a link leads to a place on the same page, as note references do. */
export const leadsWithin = (href: string | null, base: string): boolean => {
  const written = href?.trim() ?? ''
  return written.startsWith('#') || (base !== '' && onPage(written, base))
}

/** The text of a link, marked with its address. A link to a note on the page becomes the note's number in brackets. */
export function linkWords(words: string, href: string | null, base: string): string {
  const shown = words.trim()
  if (leadsWithin(href, base)) {
    if (/^[\s↩↑⬆⤴⏎^]*$/u.test(shown.replace(/\uFE0E|\uFE0F/g, ''))) return ''
    return /^(?:\d{1,4}|[*†‡§¶]{1,3}|[ivx]{1,5})$/.test(shown) ? words.replace(shown, `[${shown}]`) : words
  }
  const target = linkTarget(href, base)
  return target === undefined ? words : markLink(words, target)
}

/** Whether a link is the permalink sign at a heading, which is not part of its text. */
export const isHeadingSign = (words: string, href: string | null, base: string): boolean =>
  leadsWithin(href, base) && /^(?:[¶#§]|🔗)$/u.test(words.trim())
