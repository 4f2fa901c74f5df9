/** A date with the precision of its source: `2019`, `2019-08` or `2019-08-06`; the text itself if it is not a date. */
export function dateOf(words: string): string {
  const text = words.trim()
  const numbers =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (numbers)
    return numbers
      .slice(1)
      .filter(Boolean)
      .map((part) => part.padStart(2, '0'))
      .join('-')
  const written =
    text.length < 100 && /\d{4}/.test(text)
      ? Date.parse(`${text.replace(/\b(\d+)(?:st|nd|rd|th)\b/, '$1')} UTC`)
      : NaN
  const parsed = Number.isNaN(written) && /\d{4}/.test(text) && text.length < 100 ? Date.parse(text) : written
  return Number.isNaN(parsed) ? text.slice(0, 40) : new Date(parsed).toISOString().slice(0, 10)
}

/** The first DOI in these texts, without the text around it. */
export function doiOf(candidates: readonly string[]): string {
  for (const words of candidates) {
    const doi = /\b10\.\d{4,9}\/[^\s"<>?#]+/.exec(words)?.[0]
    if (doi) return doi.replace(/[.,;)]+$/, '').slice(0, 300)
  }
  return ''
}

/** The first of these that is a language tag, such as `en` or `pt-BR`. */
export function languageOf(candidates: readonly string[]): string {
  for (const words of candidates) {
    const tag = words
      .trim()
      .replaceAll('_', '-')
      .split(/[\s,;]/)[0]!
    try {
      if (tag && tag.length <= 35) return Intl.getCanonicalLocales(tag)[0] ?? ''
    } catch {
      continue
    }
  }
  return ''
}

/** Longer texts are not names, in UTF-16 units; splitting names takes time by the square of the length. */
const NAMES_LIMIT = 5000

/** The names in these texts, without duplicates, addresses and "By". A text with several names is split. */
export function namesOf(candidates: readonly string[]): string[] {
  const names = candidates
    .filter((name) => name.length <= NAMES_LIMIT && !/^(?:https?:|@|www\.)/i.test(name))
    .flatMap((name) => name.replace(/^by:?\s+/i, '').split(/\s*;\s*|\s+and\s+|\s+&\s+/))
    .flatMap((name) => (/^[^,]+ [^,]+(?:, [^,]+ [^,]+)+$/.test(name) ? name.split(', ') : [name]))
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= 300)
  return [...new Set(names)].slice(0, 200)
}

/** The first of these that is a web address, made absolute. */
export function webAddressOf(candidates: readonly string[], base: string): string {
  for (const words of candidates) {
    const address = words.trim()
    if (address === '' || address.length > 4000) continue
    const whole = URL.canParse(address)
      ? address
      : base && URL.canParse(address, base)
        ? new URL(address, base).href
        : ''
    if (/^https?:\/\//i.test(whole)) return whole
  }
  return ''
}
