import { Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Strangers } from './strangers'

/** Ten new sockets and four old ones at most. */
function tenAndFour() {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const strangers = new Strangers(4, 10)
  const come = (count: number) =>
    Array.from({ length: count }, () => {
      const socket = new Socket()
      strangers.add(socket)
      return socket
    })
  return { strangers, come }
}

const open = (sockets: readonly Socket[]) => sockets.filter(({ destroyed }) => !destroyed)

test('a new socket is not closed for others that come after it or have sent something', () => {
  const { come } = tenAndFour()
  const others = come(4)
  for (const other of others) Object.defineProperty(other, 'bytesRead', { value: 1 })
  const [page] = come(1)
  const later = come(5)
  expect(open([...others, page!, ...later])).toHaveLength(10)
  vi.advanceTimersByTime(999)
  expect(page!.destroyed).toBe(false)
})

test('of the sockets that are older than a second, few stay: the last', () => {
  const { come } = tenAndFour()
  const sockets = come(9)
  vi.advanceTimersByTime(1000)
  expect(open(sockets)).toEqual(sockets.slice(-4))
  const more = come(9)
  vi.advanceTimersByTime(1000)
  expect(open([...sockets, ...more])).toEqual(more.slice(-4))
})

test('more new sockets than there is room for close as many, the first of them', () => {
  const { come } = tenAndFour()
  const sockets = come(35)
  expect(open(sockets)).toEqual(sockets.slice(-10))
})

test('a socket on which the key was shown stays, whatever comes', () => {
  const { strangers, come } = tenAndFour()
  const [page] = come(1)
  strangers.remove(page!)
  for (let second = 0; second < 3; second++) {
    come(30)
    vi.advanceTimersByTime(1000)
  }
  expect(page!.destroyed).toBe(false)
})
