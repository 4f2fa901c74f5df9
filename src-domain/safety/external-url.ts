/** A URL that may be opened in another program. */
export interface ExternalUrl {
  /** ASCII, as passed to the operating system. */
  readonly href: string
  /** The host or the mail address, to be shown to the user. */
  readonly place: string
}

/** UTF-16 units. Some programs cut longer URLs. */
const LENGTH_LIMIT = 2000

/**
 * A host name of two parts or more whose last part begins with a letter, which excludes IP addresses and `localhost`.
 */
const HOST = String.raw`(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])`
const WEB = new RegExp(
  String.raw`^https://(${HOST}(?::\d{1,5})?)(?:[/?#][\w\-.~:/?#[\]@!$&'()*+,;=%]*)?$`,
  'i',
)
const MAIL = new RegExp(String.raw`^mailto:([\w.+-]{1,64}@${HOST})$`, 'i')

/** Top-level names of the local network. */
const LOCAL =
  /\.(?:local|localhost|localdomain|internal|intranet|home|lan|corp|private|test|invalid)(?::\d+)?$/i

/**
 * Checks a URL that came from outside. Accepts only https and mailto, without user name and password, with an ASCII
 * host (a name in another script could look like another host) outside the local network, and without a subject or text
 * of a mail. Everything else is refused, so that no other parser can see another host in the URL than the one that is
 * shown.
 * @param text untrusted: the URL of an article, or one that was typed
 */
export function safeExternalUrl(text: string): ExternalUrl | undefined {
  const given = text.trim()
  if (given.length > LENGTH_LIMIT || !given.isWellFormed()) return undefined
  const href = encodeURI(given).replace(/%25(?=[\da-f]{2})/gi, '%')
  const place = (WEB.exec(href) ?? MAIL.exec(href))?.[1]?.toLowerCase()
  return place === undefined || LOCAL.test(place) || href.length > LENGTH_LIMIT ? undefined : { href, place }
}

/** The link to a source on the web: its URL, or else its DOI. Undefined if neither is safe. */
export const linkOf = ({
  url,
  doi,
}: {
  readonly url: string
  readonly doi: string
}): ExternalUrl | undefined =>
  safeExternalUrl(url) ?? (doi === '' ? undefined : safeExternalUrl(`https://doi.org/${doi}`))
