import * as v from 'valibot'
import { NewsSchema, type News } from '#api/news'
import type { NewsListener } from './platform'

/** Milliseconds until a stream that was cut is asked for again: at first, and at most. */
const FIRST_WAIT = 250
const LONGEST_WAIT = 10_000

/**
 * Listens to the host's news until the returned function is called. A stream that is cut is asked for again, more and
 * more slowly. A hidden page has no stream: the browser has few connections, and saving needs one.
 * @param ask requests the stream; the signal ends it
 */
export function listenToStream(
  ask: (signal: AbortSignal) => Promise<Response>,
  { hear, cut }: NewsListener,
): () => void {
  const stopped = new AbortController()
  let stream = new AbortController()
  const onvisibility = () => document.hidden && stream.abort()
  document.addEventListener('visibilitychange', onvisibility)

  async function listen(): Promise<void> {
    for (let wait = FIRST_WAIT; !stopped.signal.aborted;) {
      await untilVisible(stopped.signal)
      stream = new AbortController()
      try {
        const { ok, body } = await ask(AbortSignal.any([stopped.signal, stream.signal]))
        if (!ok || !body) throw new Error('there is no stream')
        for await (const news of newsIn(body)) {
          hear(news)
          wait = FIRST_WAIT
        }
      } catch {
        // It was cut or refused: the page asks for what it missed, and shows it if the host does not answer.
      }
      if (stopped.signal.aborted || stream.signal.aborted) continue
      cut()
      await pause(wait, stopped.signal)
      wait = Math.min(2 * wait, LONGEST_WAIT)
    }
    document.removeEventListener('visibilitychange', onvisibility)
  }
  void listen()
  return () => stopped.abort()
}

/** The news in a stream of server-sent events. */
export async function* newsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<News> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const events = (text + decoder.decode(value, { stream: true })).split('\n\n')
    text = events.pop()!
    for (const event of events) yield v.parse(NewsSchema, JSON.parse(event.replace(/^data: /, '')) as unknown)
  }
}

const untilVisible = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (!document.hidden || signal.aborted) return done()
    const ended = new AbortController()
    const end = () => {
      ended.abort()
      done()
    }
    document.addEventListener('visibilitychange', end, { signal: ended.signal })
    signal.addEventListener('abort', end, { signal: ended.signal })
  })

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, milliseconds)
    signal.addEventListener('abort', () => done())
  })
