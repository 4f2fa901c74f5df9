/** Tracking parameters, which do not affect the page. */
const TRACKING =
  /^(?:utm_.*|mtm_.*|pk_.*|hsa_.*|_hs(?:enc|mi)|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|mkt_tok|ref_src|ref_url|cmpid|ncid|oly_(?:anon|enc)_id|vero_id|s_cid|_ga|_gl|at_(?:medium|campaign).*)$/i

/**
 * An address in the one form that all ways of writing it share, or '' when it names no single page: scheme, `www.`,
 * user, standard port, fragment, trailing slash, index page and tracking parameters are left out, the rest of the
 * parameters are in order. After RFC 3986, section 6, and what canonical links of news sites do.
 */
export function canonicalAddress(url: string): string {
  const parts = /^(?:https?:)?\/\/(?:[^/?#@]*@)?([^/?#]+)([^?#]*)(?:\?([^#]*))?/i.exec(url.trim())
  if (!parts) return ''
  const host = parts[1]!
    .toLowerCase()
    .replace(/:(?:80|443)?$/, '')
    .replace(/\.$/, '')
    .replace(/^www\d?\./, '')
  const path = readable(parts[2]!)
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?)$/i, '/')
    .replace(/\/$/, '')
  const query = (parts[3] ?? '')
    .split('&')
    .filter((parameter) => parameter !== '' && !TRACKING.test(parameter.split('=')[0]!))
    .map(readable)
    .sort()
    .join('&')
  // The front page of a site holds another article every day.
  if (path === '' && query === '') return ''
  return query ? `${host}${path}?${query}` : host + path
}

/** `%C3%A7` and `ç` are the same address; what is no valid escape stays. */
function readable(part: string): string {
  try {
    return decodeURI(part)
  } catch {
    return part
  }
}

/**
 * A SICI is the DOI of older journal articles and has its pages and title in angle brackets, as in
 * `10.1000/0000-0493(1987)115<1606:WISHAR>2.0.CO;2` (ANSI/NISO Z39.56). Elsewhere `<` and `>` end a DOI.
 */
const DOI = /\b10\.\d{4,9}\/(?:[^\s"<>]*\(\d{4,8}\)[^\s"<>]*<[^\s"<>]*>[\d.]+co;2(?:-[\w])?|[^\s"<>]+)/i

/**
 * The DOI in a text, in small letters and without the text around it, or ''. DOIs are not case-sensitive (ISO
 * 26324); the pattern is Crossref's (2015), which fits all but a handful from before 2000.
 */
export function canonicalDoi(text: string): string {
  const found = DOI.exec(decodedDoi(text))
  return found ? found[0].toLowerCase().replace(/[.,;:)\]}]+$/, closing) : ''
}

/** A DOI in an address has its signs escaped: `10.1000%2Fabc`. */
export const decodedDoi = (text: string): string =>
  /%(?:2f|28|3a|3c)/i.test(text)
    ? text.replace(/%([2-7][\da-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** A bracket that closes one within the DOI belongs to it, as in `10.1016/s0304(98)00046-7`. */
function closing(marks: string, _at: number, doi: string): string {
  const open = (doi.match(/[([{]/g) ?? []).length
  const within = (doi.slice(0, -marks.length).match(/[)\]}]/g) ?? []).length
  const kept = /^[)\]}]*/.exec(marks)![0]
  return kept.slice(0, Math.max(0, open - within))
}

/** The DOI that a source or a reference has, as its own field or as its address. */
export function doiOf({ doi, url }: { readonly doi: string; readonly url: string }): string {
  return canonicalDoi(doi) || (/\bdoi\.org\//i.test(url) ? canonicalDoi(url) : '')
}
