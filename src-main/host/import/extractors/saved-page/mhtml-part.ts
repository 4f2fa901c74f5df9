/** One part of a MIME message: its headers, with names in lower case, and its encoded body. */
export interface Part {
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

const HEADERS_LIMIT = 64 * 1024

/** Splits a part into its headers and, after an empty line, its body. */
export function partOf(bytes: Buffer): Part {
  const head = bytes.subarray(0, HEADERS_LIMIT).toString('latin1')
  const end = /\r?\n\r?\n/.exec(head)
  const headers = new Map<string, string>()
  for (const line of head
    .slice(0, end?.index ?? head.length)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase()
    if (name && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, body: end ? bytes.subarray(end.index + end[0].length) : Buffer.alloc(0) }
}

const MOST_PARTS = 10_000

/** The parts of a multipart body. */
export function partsOf(body: Buffer, boundary: string): Part[] {
  const parts: Part[] = []
  const mark = Buffer.from(`--${boundary}`)
  let at = delimiterFrom(body, mark, 0)
  while (at >= 0 && parts.length < MOST_PARTS) {
    const start = body.indexOf('\n', at) + 1
    if (start === 0 || body.subarray(at + mark.length, at + mark.length + 2).toString() === '--') break
    const next = delimiterFrom(body, mark, start)
    parts.push(partOf(body.subarray(start, next < 0 ? body.length : next)))
    at = next
  }
  return parts
}

/** Where the next line begins that is this delimiter, and not one of an inner part whose name begins the same. */
function delimiterFrom(body: Buffer, mark: Buffer, from: number): number {
  let at = body.indexOf(mark, from)
  while (
    at >= 0 &&
    !(
      isLineStart(body, at) &&
      /^(?:--|\s|$)/.test(body.toString('latin1', at + mark.length, at + mark.length + 2))
    )
  )
    at = body.indexOf(mark, at + mark.length)
  return at
}

const isLineStart = (body: Buffer, at: number) => at === 0 || body[at - 1] === 0x0a

/** A parameter of a header, such as `charset`. */
export const parameter = (header: string | undefined, name: string): string => {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header ?? '')
  return found?.[1] ?? found?.[2] ?? ''
}

/** A part's body, decoded from its transfer encoding. */
export function bytesOf({ headers, body }: Part): Buffer {
  switch (headers.get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body.toString('latin1'), 'base64')
    case 'quoted-printable':
      return Buffer.from(
        body
          .toString('latin1')
          .replace(/=[ \t]*\r?\n/g, '')
          .replace(/=([\dA-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
        'latin1',
      )
    default:
      return body
  }
}
