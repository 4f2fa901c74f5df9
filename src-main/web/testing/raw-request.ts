import { connect } from 'node:net'

/** The server's properties that a request needs. */
export interface Served {
  /** `127.0.0.1:PORT` */
  readonly host: string
  readonly token: string
  /** A JSON body that changes the open project. */
  readonly change: string
}

/** Headers by name. Undefined omits one; a list repeats it. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

/** Sends bytes unchanged. Resolves to the status of each response when the server has closed the connection. */
export async function statusesOf({ host }: Served, bytes: string | Buffer): Promise<number[]> {
  const [, port] = host.split(':')
  const socket = connect(Number(port), '127.0.0.1')
  let said = ''
  socket.on('data', (chunk: Buffer) => (said += chunk.toString('latin1')))
  // The server may close the connection during sending. Earlier responses count.
  socket.on('error', () => undefined)
  socket.write(bytes)
  await new Promise((done) => socket.on('close', done))
  return [...said.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
}

/** A request line with its headers, as sent over the wire. */
export function head(line: string, headers: Headers): string {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().flatMap((each) => (each === undefined ? [] : [`${name}: ${each}`])),
  )
  return [line, ...lines, '', ''].join('\r\n')
}

/** The page's own request to change the project, with other headers. */
export function change(
  served: Served,
  headers: Headers = {},
  { line = 'POST /api/project.patch HTTP/1.1', body = served.change } = {},
): string {
  const own = {
    Host: served.host,
    Origin: `http://${served.host}`,
    Authorization: `Bearer ${served.token}`,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    'Sec-Fetch-Site': 'same-origin',
    Connection: 'close',
  }
  return head(line, { ...own, ...headers }) + body
}

/** A request for one of the page's files, with other headers. */
export const get = ({ host }: Served, path: string, headers: Headers = {}, method = 'GET'): string =>
  head(`${method} ${path} HTTP/1.1`, { Host: host, Connection: 'close', ...headers })
