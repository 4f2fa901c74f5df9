import { MALFORMED } from './malformed-requests'
import { change, get, type Served } from './raw-request'
import { calling, refused, type Refused } from './refused'

const port = ({ host }: Served) => host.split(':')[1]!

const HOSTS: Readonly<Record<string, (served: Served) => string | readonly string[] | undefined>> = {
  'no name': () => undefined,
  'an empty name': () => '',
  'a name that was made to point here': (served) => `rebound.example:${port(served)}`,
  'a name that resolves to this machine for anyone': (served) => `127.0.0.1.nip.example:${port(served)}`,
  'a name that begins like ours': (served) => `${served.host}.evil.example`,
  'a name with ours as its user': (served) => `${served.host}@evil.example`,
  'another name of this machine': (served) => `localhost:${port(served)}`,
  'this machine in IPv6': (served) => `[::1]:${port(served)}`,
  'this machine as seen from IPv6': (served) => `[::ffff:127.0.0.1]:${port(served)}`,
  'all addresses of this machine': (served) => `0.0.0.0:${port(served)}`,
  'another loopback address': (served) => `127.0.0.2:${port(served)}`,
  'our address in short': (served) => `127.1:${port(served)}`,
  'our address as a number': (served) => `2130706433:${port(served)}`,
  'our address in octal': (served) => `0177.0.0.1:${port(served)}`,
  'our address with a dot at the end': (served) => served.host.replace(':', '.:'),
  'no port': () => '127.0.0.1',
  'another port': (served) => `127.0.0.1:${Number(port(served)) ^ 1}`,
  'our port with a nought before it': (served) => `127.0.0.1:0${port(served)}`,
  'our name twice in one': (served) => `${served.host}, ${served.host}`,
  'our name in two headers': (served) => [served.host, served.host],
  'our name and a stranger’s': (served) => [served.host, 'evil.example'],
  'a stranger’s name and ours': (served) => ['evil.example', served.host],
}

const hosts: Refused[] = Object.entries(HOSTS).flatMap(([is, name]) => [
  calling(`a call under ${is}`, 421, (served) => ({ Host: name(served) })),
  refused(`the page under ${is}`, 421, (served) => get(served, '/', { Host: name(served) })),
])

const origins: Refused[] = [
  calling('a call of no origin', 403, () => ({ Origin: undefined })),
  calling('a call of an origin that is kept secret', 403, () => ({ Origin: 'null' })),
  calling('a call of a page elsewhere', 403, () => ({ Origin: 'https://evil.example' })),
  calling('a call of our origin by another scheme', 403, (served) => ({ Origin: `https://${served.host}` })),
  calling('a call of another name of this machine', 403, (served) => ({
    Origin: `http://localhost:${port(served)}`,
  })),
  calling('a call of another port', 403, () => ({ Origin: 'http://127.0.0.1:1' })),
  calling('a call of an origin that begins like ours', 403, (served) => ({
    Origin: `http://${served.host}.evil.example`,
  })),
  calling('a call of our origin with a path', 403, (served) => ({ Origin: `http://${served.host}/` })),
  calling('a call of our origin and another', 403, (served) => ({
    Origin: [`http://${served.host}`, 'https://evil.example'],
  })),
  calling('a call of our origin, said twice', 403, (served) => ({
    Origin: [`http://${served.host}`, `http://${served.host}`],
  })),
  calling('a call of a site elsewhere', 403, () => ({ 'Sec-Fetch-Site': 'cross-site' })),
  calling('a call of another port of this machine', 403, () => ({ 'Sec-Fetch-Site': 'same-site' })),
  calling('a call that a person typed', 403, () => ({ 'Sec-Fetch-Site': 'none' })),
  calling('a call of a site that is said twice', 400, () => ({
    'Sec-Fetch-Site': ['same-origin', 'same-origin'],
  })),
  refused('the page, asked for by a script elsewhere', 403, (served) =>
    get(served, '/', { Origin: 'https://evil.example' }),
  ),
  refused('the page, put into a frame', 403, (served) =>
    get(served, '/', {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'iframe',
    }),
  ),
  refused('the page, loaded as a picture', 403, (served) =>
    get(served, '/', {
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'no-cors',
      'Sec-Fetch-Dest': 'image',
    }),
  ),
]

const tokens: Refused[] = [
  calling('a call without a token', 401, () => ({ Authorization: undefined })),
  calling('a call with an empty token', 401, () => ({ Authorization: 'Bearer ' })),
  calling('a call with the token of another start', 401, () => ({
    Authorization: `Bearer ${'A'.repeat(43)}`,
  })),
  calling('a call with all but the last letter', 401, ({ token }) => ({
    Authorization: `Bearer ${token.slice(0, -1)}`,
  })),
  calling('a call with a letter more', 401, ({ token }) => ({ Authorization: `Bearer ${token}A` })),
  calling('a call with the token by another scheme', 401, ({ token }) => ({
    Authorization: `Basic ${token}`,
  })),
  calling('a call with the token in a cookie', 401, ({ token }) => ({
    Authorization: undefined,
    Cookie: `token=${token}`,
  })),
  calling('a call with two tokens', 400, ({ token }) => ({
    Authorization: [`Bearer ${token}`, 'Bearer other'],
  })),
  refused('a call with the token in its address', 401, (served) =>
    change(
      served,
      { Authorization: undefined },
      { line: `POST /api/project.patch?token=${served.token} HTTP/1.1` },
    ),
  ),
]

const methods: Refused[] = [
  ...['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'].flatMap((method) => [
    refused(`${method} of a call`, 405, (served: Served) =>
      change(served, {}, { line: `${method} /api/project.patch HTTP/1.1` }),
    ),
  ]),
  ...['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'].map((method) =>
    refused(`${method} of the page`, 405, (served: Served) => get(served, '/', {}, method)),
  ),
  refused('a question of another page whether it may call', 403, (served) =>
    get(
      served,
      '/api/project.patch',
      {
        Origin: 'https://evil.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization',
      },
      'OPTIONS',
    ),
  ),
  refused('a call that says it is of another method', 405, (served) =>
    change(
      served,
      { 'X-HTTP-Method-Override': 'POST' },
      { line: 'GET /api/project.patch?_method=POST HTTP/1.1' },
    ),
  ),
]

const contents: Refused[] = [
  ...[
    undefined,
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/json, text/plain',
    'text/json',
    'application/jsonp',
  ].map((type) =>
    calling(`a call whose content is ${type === undefined ? 'of no type' : `“${type}”`}`, 415, () => ({
      'Content-Type': type,
    })),
  ),
  calling('a call of two types', 400, () => ({ 'Content-Type': ['application/json', 'text/plain'] })),
  calling('a call that is packed', 415, () => ({ 'Content-Encoding': 'gzip' })),
  refused('a call that is no JSON', 400, (served) => change(served, {}, { body: '{"key":' })),
  refused('a call that is empty', 400, (served) => change(served, {}, { body: '' })),
  refused('a call that is no UTF-8', 400, (served) =>
    Buffer.concat([
      Buffer.from(change(served, { 'Content-Length': '3' }, { body: '' })),
      Buffer.from([0x22, 0xff, 0x22]),
    ]),
  ),
]

const paths: Refused[] = [
  '/../package.json',
  '/..%2fpackage.json',
  '/%2e%2e/%2e%2e/package.json',
  '/assets/../../package.json',
  '/..\\package.json',
  '/....//package.json',
  '/%00',
  '/index.html%00.png',
  '/assets/',
  '/none',
  '//evil.example/',
  '/constructor',
  '/__proto__',
  '/etc/passwd',
  '/C:/Windows/win.ini',
  '/api',
  '/API/project.patch',
  '/%61pi/project.patch',
  '/x/../api/project.patch',
].map((path) => refused(`the file ${path}`, 404, (served: Served) => get(served, path)))

/** All requests that the server of the browser edition must refuse. */
export const REFUSED: readonly Refused[] = [
  ...hosts,
  ...origins,
  ...tokens,
  ...methods,
  ...contents,
  ...paths,
  ...MALFORMED,
]
