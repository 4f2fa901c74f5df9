// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { News } from '#api/news'
import { listenToStream, newsIn } from './news-stream'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const news = (revision: number): News => ({ revision, others: 1, setAside: [], selection: null })
const event = (revision: number) => `data: ${JSON.stringify(news(revision))}\n\n`

/** A stream that the test writes and cuts. */
function stream() {
  let to!: ReadableStreamDefaultController<Uint8Array>
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (to = controller) })
  const write = (text: string) => to.enqueue(new TextEncoder().encode(text))
  return { body, write, cut: () => to.close(), break: () => to.error(new Error('cut')) }
}

/** A host whose streams the test has in hand, and a page that listens to it. */
function listening() {
  const streams: ReturnType<typeof stream>[] = []
  const signals: AbortSignal[] = []
  const heard: number[] = []
  let cuts = 0
  let refuses = false
  const stop = listenToStream(
    async (signal) => {
      signals.push(signal)
      if (refuses) throw new Error('the server does not answer')
      const made = stream()
      signal.addEventListener('abort', () => made.break())
      streams.push(made)
      return { ok: true, body: made.body } as Response
    },
    { hear: ({ revision }) => void heard.push(revision), cut: () => cuts++ },
  )
  const hide = async (hidden: boolean) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden })
    document.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(0)
  }
  return {
    ...{ streams, signals, heard, stop, hide },
    cuts: () => cuts,
    refuse: (no: boolean) => void (refuses = no),
  }
}

test('news is read however its events are cut into pieces', async () => {
  const { body, write, cut } = stream()
  const text = event(1) + event(2) + event(3)
  for (const end of [10, 70, 71, text.length])
    write(text.slice([0, 10, 70, 71][[10, 70, 71, text.length].indexOf(end)], end))
  cut()
  const read: number[] = []
  for await (const { revision } of newsIn(body)) read.push(revision)
  expect(read).toEqual([1, 2, 3])
})

test('a stream that is cut is reported and asked for again, later each time', async () => {
  const { streams, signals, heard, cuts, refuse, stop } = listening()
  await vi.advanceTimersByTimeAsync(0)
  streams[0]!.write(event(1))
  await vi.advanceTimersByTimeAsync(0)
  refuse(true)
  streams[0]!.cut()
  await vi.advanceTimersByTimeAsync(0)
  expect([heard, cuts()]).toEqual([[1], 1])
  await vi.advanceTimersByTimeAsync(250)
  expect([signals.length, cuts()]).toEqual([2, 2])
  await vi.advanceTimersByTimeAsync(499)
  expect(signals).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(signals).toHaveLength(3)
  refuse(false)
  await vi.advanceTimersByTimeAsync(10_000)
  streams[1]!.write(event(5))
  await vi.advanceTimersByTimeAsync(0)
  expect(heard).toEqual([1, 5])
  stop()
})

test('a hidden page has no stream, and asks for one when it is seen again', async () => {
  const { signals, hide, cuts, stop } = listening()
  await vi.advanceTimersByTimeAsync(0)
  await hide(true)
  expect(signals[0]!.aborted).toBe(true)
  await vi.advanceTimersByTimeAsync(60_000)
  expect([signals.length, cuts()]).toEqual([1, 0])
  await hide(false)
  expect([signals.length, cuts()]).toEqual([2, 0])
  stop()
})

test('a page that stops listening ends its stream and asks for no other', async () => {
  const { signals, cuts, stop } = listening()
  await vi.advanceTimersByTimeAsync(0)
  stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect([signals.length, signals[0]!.aborted, cuts()]).toEqual([1, true, 0])
})
