import { change, get, head, type Served } from './raw-request'
import { calling, refused, type Refused } from './refused'

const targets: Refused[] = [
  refused('an address of ours in full', 400, (served) => get(served, `http://${served.host}/`)),
  refused('a call to an address in full', 400, (served) =>
    change(served, {}, { line: `POST http://${served.host}/api/project.patch HTTP/1.1` }),
  ),
  refused('a stranger’s address in full', 400, (served) => get(served, 'http://evil.example/')),
  refused('an address of no file at all', 400, (served) => get(served, '*', {}, 'OPTIONS')),
  refused('an address without its slash', 400, (served) => get(served, 'index.html')),
  refused('an address with letters of eight bits', 400, (served) => Buffer.from(get(served, '/é'), 'latin1')),
]

const sockets: Refused[] = [
  refused('a web socket', 400, (served) =>
    get(served, '/', {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
    }),
  ),
  refused('a web socket of a page elsewhere', 403, (served) =>
    get(served, '/', { Connection: 'Upgrade', Upgrade: 'websocket', Origin: 'https://evil.example' }),
  ),
  refused('another version of the protocol', 400, (served) =>
    get(served, '/', { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': '' }),
  ),
  { is: 'a tunnel', sent: () => head('CONNECT evil.example:443 HTTP/1.1', {}), answers: [] },
]

const TWO = (served: Served) => change(served, { Host: served.host })

/** Requests that could hide a second one, or whose length is ambiguous. */
const smuggled: Refused[] = [
  calling('a length and chunks', 400, () => ({ 'Transfer-Encoding': 'chunked' })),
  calling('two lengths', 400, () => ({ 'Content-Length': ['4', '400'] })),
  calling('two lengths in one', 400, () => ({ 'Content-Length': '4, 400' })),
  calling('the same length twice', 400, ({ change: body }) => ({
    'Content-Length': [String(body.length), String(body.length)],
  })),
  ...['-1', '+4', '0x10', '1e2', ' ', 'four', '99999999999999999999999999'].map((length) =>
    calling(`a length of “${length}”`, 400, () => ({ 'Content-Length': length })),
  ),
  ...['xchunked', 'chunked, identity', '\vchunked', 'chunked\t, chunked x'].map((encoding) =>
    calling(`chunks called “${JSON.stringify(encoding)}”`, 400, () => ({
      'Content-Length': undefined,
      'Transfer-Encoding': encoding,
    })),
  ),
  calling('a header with a space before its colon', 400, () => ({ 'Transfer-Encoding ': 'chunked' })),
  calling('a header that goes on in the next line', 400, () => ({ 'X-Long': 'a\r\n chunked' })),
  calling('a header with a nought in it', 400, () => ({ 'X-Nought': 'a\0b' })),
  calling('a header without a name', 400, () => ({ '': 'x' })),
  calling('a header that ends a line with CR alone', 400, () => ({
    'X-Line': 'a\rTransfer-Encoding: chunked',
  })),
  refused('a chunk of a wrong size', 400, (served) =>
    change(
      served,
      { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' },
      { body: 'xyz\r\n{}\r\n0\r\n\r\n' },
    ),
  ),
  refused(
    'a call hidden in the body of a file',
    400,
    (served) =>
      get(served, '/', { 'Content-Length': String(TWO(served).length), Connection: 'keep-alive' }) +
      TWO(served),
  ),
  refused(
    'a call after one that is refused',
    401,
    (served) => change(served, { Authorization: undefined, Connection: 'keep-alive' }) + TWO(served),
  ),
  refused('a promise to wait', 417, (served) => change(served, { Expect: '100-continue' })),
  refused('a promise that nobody knows', 417, (served) => change(served, { Expect: 'tea' })),
]

const malformed: Refused[] = [
  refused('no protocol at all', 400, () => 'hello\r\n\r\n'),
  refused('the greeting of another protocol', 400, () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  refused('the greeting of TLS', 400, () => Buffer.from('16030100a5010000a10303', 'hex')),
  refused('a method that is none', 400, (served) => get(served, '/', {}, 'STEAL')),
  refused('a version that is none', 400, ({ host }) => head('GET / HTTP/9.9', { Host: host })),
  refused('a call of an older version', 505, (served) =>
    change(served, {}, { line: 'POST /api/project.patch HTTP/1.0' }),
  ),
  refused('a page without a version', 505, ({ host }) => head('GET /', { Host: host })),
  refused('an address with a space', 400, (served) => get(served, '/a b')),
]

const MEGABYTE = 1024 * 1024

const oversize: Refused[] = [
  calling('a header of 17 KB', 431, () => ({ 'X-Long': 'x'.repeat(17 * 1024) })),
  refused('an address of 17 KB', 431, (served) => get(served, `/${'x'.repeat(17 * 1024)}`)),
  calling('headers of 17 KB together', 431, () =>
    Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`X-${index}`, 'x'.repeat(8)])),
  ),
  refused('a call that says it has 65 MB', 413, (served) =>
    change(served, { 'Content-Length': String(65 * MEGABYTE) }, { body: '{' }),
  ),
  refused('a call of 65 MB that does not say so', 413, (served) => {
    const chunk = Buffer.alloc(MEGABYTE, ' ')
    const framed = Buffer.concat([Buffer.from(`${MEGABYTE.toString(16)}\r\n`), chunk, Buffer.from('\r\n')])
    const started = change(
      served,
      { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' },
      { body: '' },
    )
    return Buffer.concat([Buffer.from(started), ...Array.from({ length: 65 }, () => framed)])
  }),
]

/** Requests that violate the protocol, and requests that are too large. */
export const MALFORMED: readonly Refused[] = [...targets, ...sockets, ...smuggled, ...malformed, ...oversize]
