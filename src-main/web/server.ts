import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import * as v from 'valibot'
import { dispatch } from '#api/dispatch'
import { ContractError, type ErrorCode } from '#api/errors'
import { NEWS_REQUEST, NewsRequestSchema } from '#api/news'
import { SESSION_REQUEST, type Session } from '#api/session'
import type { Host } from '#host/host'
import { SECURITY_HEADERS } from '../shell/policy'
import type { StaticFiles } from '../shell/static-files'
import { newToken, refuseCall, refuseReading, refuseStrangers, type Refusal } from './guard'
import { streamNews } from './news-stream'
import { readJson } from './read-json'
import { sendJson } from './send-json'
import { Strangers } from './strangers'

export interface WebServer {
  /** The page's address with the token in the fragment, which browsers do not send to servers. */
  readonly url: string
  /** Another address of the page, with a key that is exchanged for the token once. */
  urlOnce(): string
  /** Answers pending requests, waits for their saves, and stops. */
  close(): Promise<void>
}

export interface WebServerOptions {
  readonly host: Host
  readonly files: StaticFiles
  /** 0 for any free port. */
  readonly port: number
}

const SECONDS = 1000

/** Far more than a page on this machine needs, but low enough that nobody can block the server. */
const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 5 * SECONDS,
  requestTimeout: 60 * SECONDS,
  connectionsCheckingInterval: 1 * SECONDS,
  // `refuseStrangers` rejects a request without a Host header like one with a wrong name.
  requireHostHeader: false,
}
const MOST_SOCKETS = 32
/**
 * Sockets on which nobody has shown the key, of any program on this machine: those older than a second, and newer ones. The
 * page's own first requests are among them.
 */
const MOST_STRANGERS = { old: 16, new: 512 }
/** Milliseconds. A page that is hidden gives a sign of life about once a minute. */
const EXPIRE_EVERY = 60 * SECONDS
/** A browser makes six connections to a server. With more streams of news than this, none would be left for saving. */
const MOST_STREAMS = 4

/** Serves the page and the contract to browsers on this machine. Resolves when it is ready. */
export async function startServer({ host, files, port: wanted }: WebServerOptions): Promise<WebServer> {
  const token = newToken()
  /** Keys that can each be exchanged for the token once. */
  const unused = new Set<string>()
  const underWay = new Set<Promise<void>>()
  const take = (request: IncomingMessage, response: ServerResponse) => {
    if (ended.has(request.socket)) return
    const answered = answer(request, response).catch((error: unknown) => {
      // The client disconnected or sent an unreadable body.
      if ((error as NodeJS.ErrnoException).code !== 'ECONNRESET') host.report(error)
      response.destroy()
    })
    underWay.add(answered)
    void answered.finally(() => underWay.delete(answered))
  }
  // Otherwise Node would answer an Expect header before the request is checked.
  const server = createServer(LIMITS, take).on('checkContinue', take).on('checkExpectation', take)
  server.maxConnections = MOST_SOCKETS + MOST_STRANGERS.old + MOST_STRANGERS.new
  const strangers = new Strangers(MOST_STRANGERS.old, MOST_STRANGERS.new)
  server.on('connection', (socket) => strangers.add(socket))
  const expiring = setInterval(() => void host.expire().catch(host.report), EXPIRE_EVERY).unref()
  const port = await listen(server, wanted)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const stranger = refuseStrangers(request, port)
    if (stranger) return refuse(request, response, stranger)
    const pathname = request.url!.replace(/\?.*$/s, '')
    if (pathname.startsWith('/api/')) return call(request, response, pathname.slice('/api/'.length))
    const refusal = refuseReading(request)
    if (refusal) return refuse(request, response, refusal)
    const file = files.get(pathname)
    if (!file) return refuse(request, response, { status: 404, message: 'Not found.' })
    const { type, bytes } = file
    response.writeHead(200, {
      ...SECURITY_HEADERS,
      'content-type': type,
      'content-length': bytes.length,
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }

  async function call(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    const once = name === SESSION_REQUEST && [...unused].find((key) => !refuseCall(request, key))
    const refusal = once ? undefined : refuseCall(request, token)
    if (refusal) return refuse(request, response, refusal)
    strangers.remove(request.socket)
    const body = await readJson(request)
    if ('refusal' in body) return refuse(request, response, body.refusal)
    if (once && unused.delete(once))
      return sendJson(response, 200, { ok: true, value: { token } satisfies Session })
    if (name === NEWS_REQUEST) return tellNews(response, body.value)
    const answer = await dispatch(host.methods, name, body.value, host.report)
    sendJson(response, 200, answer, request.headers.accept)
  }

  let streams = 0
  function tellNews(response: ServerResponse, input: unknown): void {
    const refuseNews = (status: number, code: ErrorCode, message: string) =>
      sendJson(response, status, { ok: false, error: { code, message } })
    const read = v.safeParse(NewsRequestSchema, input)
    if (!read.success) return refuseNews(400, 'bad-request', 'The request was refused: it is not valid.')
    if (streams >= MOST_STREAMS) return refuseNews(503, 'unavailable', 'Too many windows are open.')
    try {
      streamNews(response, (hear) => host.listen(read.output.key, hear))
      streams++
      response.on('close', () => streams--)
    } catch (error) {
      if (!(error instanceof ContractError)) throw error
      refuseNews(404, error.code, error.message)
    }
  }

  return {
    url: `http://127.0.0.1:${port}/#token=${token}`,
    urlOnce() {
      const once = newToken()
      unused.add(once)
      return `http://127.0.0.1:${port}/#once=${once}`
    },
    async close() {
      clearInterval(expiring)
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
      const message = `Port ${wanted} is not available: another program uses it, or it is reserved. Choose another with --port.`
      failed(taken ? new ContractError('unavailable', message, { cause: error }) : error)
    })
    server.listen(wanted, '127.0.0.1', () => done((server.address() as AddressInfo).port))
  })
}

/** What the page makes of a refusal. With a new key, a page that has an old one can send the same again. */
const REFUSALS: Readonly<Record<number, ErrorCode>> = { 401: 'unavailable', 413: 'too-large' }

/** The sockets of rejected requests. They are closing, so later requests on them are ignored. */
const ended = new WeakSet<Socket>()

/** Rejects a request: in JSON for the contract, else in plain text. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { status, message, allow }: Refusal,
): void {
  if (allow) response.setHeader('allow', allow)
  // The rest of the body is not read.
  ended.add(request.socket)
  response.setHeader('connection', 'close')
  if (request.url?.startsWith('/api/')) {
    sendJson(response, status, {
      ok: false,
      error: { code: REFUSALS[status] ?? 'bad-request', message },
    })
  } else {
    response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' })
    response.end(`${message}\n`)
  }
}
