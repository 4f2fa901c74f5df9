import type { ServerResponse } from 'node:http'
import type { News } from '#api/news'
import { SECURITY_HEADERS } from '../shell/policy'

/**
 * Sends news to a page as server-sent events until the page is gone. While a page is slow to read, only the last news is
 * kept for it.
 * @param listen begins to tell the news, and returns the function that ends it; if it throws, nothing is sent
 */
export function streamNews(
  response: ServerResponse,
  listen: (hear: (news: News) => void) => () => void,
): void {
  let next: News | undefined
  const send = () => {
    if (!next || !response.headersSent || response.writableNeedDrain || response.destroyed) return
    response.write(`data: ${JSON.stringify(next)}\n\n`)
    next = undefined
  }
  const stop = listen((news) => {
    next = news
    send()
  })
  response.on('close', stop).on('drain', send)
  response.writeHead(200, { ...SECURITY_HEADERS, 'content-type': 'text/event-stream; charset=utf-8' })
  send()
}
