import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dispatch, type Answer } from '#api/dispatch'
import { ContractError } from '#api/errors'
import type { Host } from '#host/host'
import { SECURITY_HEADERS } from '../shell/policy'
import type { StaticFiles } from '../shell/static-files'
import { newToken, refuseCall, refuseStrangers, type Refusal } from './guard'
import { readJson } from './read-json'

export interface WebServer {
  /** Where the page is, with the token in the fragment, which browsers send to nobody. */
  readonly url: string
  /** Answers what is under way, waits for its saves, and ends. */
  close(): Promise<void>
}

export interface WebServerOptions {
  readonly host: Host
  readonly files: StaticFiles
  /** 0 for any port that is free. */
  readonly port: number
}

const SECONDS = 1000

/** Serves the page and the contract to this machine's browser. Answers when it can be opened. */
export async function startServer({ host, files, port: wanted }: WebServerOptions): Promise<WebServer> {
  const token = newToken()
  const underWay = new Set<Promise<void>>()
  const limits = { maxHeaderSize: 16 * 1024, headersTimeout: 10 * SECONDS, requestTimeout: 120 * SECONDS }
  const server = createServer(limits, (request, response) => {
    const answered = answer(request, response).catch((error: unknown) => {
      console.error(error)
      response.destroy()
    })
    underWay.add(answered)
    void answered.finally(() => underWay.delete(answered))
  })
  const port = await listen(server, wanted)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refuseStrangers(request.headers, port)
    if (refusal) return refuse(request, response, refusal)
    const pathname = (request.url ?? '/').replace(/\?.*$/s, '')
    if (pathname.startsWith('/api/')) return call(request, response, pathname.slice('/api/'.length))
    const file = files.get(pathname)
    if (!file) return refuse(request, response, { status: 404, message: 'There is nothing at this address.' })
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(
        request,
        response,
        { status: 405, message: 'This address can only be read.' },
        'GET, HEAD',
      )
    }
    const { type, bytes } = file
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': type,
      'content-length': bytes.length,
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }

  async function call(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    if (request.method !== 'POST') {
      return refuse(request, response, { status: 405, message: 'This address takes POST only.' }, 'POST')
    }
    const refusal = refuseCall(request.headers, token)
    if (refusal) return refuse(request, response, refusal)
    const body = await readJson(request)
    if ('refusal' in body) return refuse(request, response, body.refusal)
    sendJson(response, 200, await dispatch(host.methods, name, body.value, (error) => console.error(error)))
  }

  return {
    url: `http://127.0.0.1:${port}/#token=${token}`,
    async close() {
      const closed = new Promise<void>((done) => server.close(() => done()))
      await Promise.all(underWay)
      server.closeAllConnections()
      await closed
      await host.close()
    },
  }
}

function listen(server: Server, wanted: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES'
      const message = `Port ${wanted} cannot be had: another program has it, or it is reserved. Choose another with --port.`
      failed(taken ? new ContractError('unavailable', message, { cause: error }) : error)
    })
    server.listen(wanted, '127.0.0.1', () => done((server.address() as AddressInfo).port))
  })
}

/** Turns a request away: in the contract's own form where a page's script asks, else in plain text. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, message }: Refusal,
  allow?: string,
): void {
  if (allow) response.setHeader('allow', allow)
  // What is left of the body is not read.
  response.setHeader('connection', 'close')
  if (request.url?.startsWith('/api/')) {
    sendJson(response, status, {
      ok: false,
      error: { code: status === 413 ? 'too-large' : 'bad-request', message },
    })
  } else {
    response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' })
    response.end(`${message}\n`)
  }
}

function sendJson(response: ServerResponse, status: number, value: Answer): void {
  const bytes = Buffer.from(JSON.stringify(value))
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
  })
  response.end(bytes)
}
