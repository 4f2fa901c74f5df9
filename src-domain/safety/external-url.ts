/** An address that may be opened outside Counterpoint. */
export interface ExternalUrl {
  /** In ASCII, as it is handed to the system. */
  readonly href: string
  /** Where it leads: a host, or the address of a mailbox. */
  readonly place: string
}

/** UTF-16 units; longer ones are cut by what opens them. */
const LENGTH_LIMIT = 2000

/** A name with at least two parts, the last of which is no number: no address of this machine or of its network. */
const HOST = String.raw`(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])`
const WEB = new RegExp(
  String.raw`^https://(${HOST}(?::\d{1,5})?)(?:[/?#][\w\-.~:/?#[\]@!$&'()*+,;=%]*)?$`,
  'i',
)
const MAIL = new RegExp(String.raw`^mailto:([\w.+-]{1,64}@${HOST})$`, 'i')

/** Names under which machines of the same network are reached. */
const LOCAL =
  /\.(?:local|localhost|localdomain|internal|intranet|home|lan|corp|private|test|invalid)(?::\d+)?$/i

/**
 * An address as it may be opened, or undefined: https or mailto only, without user and password, its host in plain letters
 * (a name in another script could look like another), nowhere on this machine or its network, and no words for a mail. What
 * it does not know, it refuses; so no reader of addresses sees another host in it than the one that is shown.
 * @param text from outside: an article's own address, or one that was typed
 */
export function safeExternalUrl(text: string): ExternalUrl | undefined {
  const given = text.trim()
  if (given.length > LENGTH_LIMIT || !given.isWellFormed()) return undefined
  const href = encodeURI(given).replace(/%25(?=[\da-f]{2})/gi, '%')
  const place = (WEB.exec(href) ?? MAIL.exec(href))?.[1]?.toLowerCase()
  return place === undefined || LOCAL.test(place) || href.length > LENGTH_LIMIT ? undefined : { href, place }
}

/** Where a source is to be found outside: at its own address, or by its DOI. */
export const linkOf = ({
  url,
  doi,
}: {
  readonly url: string
  readonly doi: string
}): ExternalUrl | undefined =>
  safeExternalUrl(url) ?? (doi === '' ? undefined : safeExternalUrl(`https://doi.org/${doi}`))
