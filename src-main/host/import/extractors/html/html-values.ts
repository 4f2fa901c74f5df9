import { decodedDoi } from '#domain/versions/addresses'

/** The first DOI in these texts, without the text around it. */
export function doiOf(candidates: readonly string[]): string {
  for (const words of candidates) {
    const whole = decodedDoi(words)
    const sici = /\b10\.\d{4,9}\/[^\s"<>]*\(\d{4,8}\)[^\s"<>]*<[^\s"<>]*>[\d.]+co;2(?:-\w)?/i.exec(whole)?.[0]
    const doi = sici ?? /\b10\.\d{4,9}\/[^\s"<>?#]+/.exec(whole)?.[0]
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
