import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Rect } from '#domain/canvas/card'
import { contains } from '#domain/canvas/rect'
import { Zooming } from './zooming.svelte'

const NEAR = { x: 100, y: 100, width: 200, height: 100 }
const FAR = { x: 0, y: 50, width: 800, height: 400 }

let sight: Rect
let zooming: Zooming
beforeEach(() => {
  vi.useFakeTimers()
  zooming = new Zooming(() => sight)
})
afterEach(() => vi.useRealTimers())

it('keeps what was in sight before the first step until the last', () => {
  sight = FAR
  zooming.zoomed(NEAR)
  vi.advanceTimersByTime(150)
  zooming.zoomed(FAR)
  vi.advanceTimersByTime(150)
  expect(zooming.kept).toEqual(NEAR)
})

it('draws what came into sight in parts, each larger than the last, then keeps nothing', () => {
  sight = FAR
  zooming.zoomed(NEAR)
  const parts: Rect[] = []
  while (zooming.kept) {
    parts.push(zooming.kept)
    vi.advanceTimersToNextTimer()
  }
  expect(new Set(parts).size).toBe(4)
  for (const [index, part] of parts.entries()) {
    expect(contains(part, parts[index + 1] ?? FAR)).toBe(true)
    expect(part.width).toBeLessThan((parts[index + 1] ?? FAR).width)
  }
})

it('keeps nothing at once after zooming in', () => {
  sight = NEAR
  zooming.zoomed(FAR)
  expect(zooming.kept).toEqual(FAR)
  vi.advanceTimersToNextTimer()
  expect(zooming.kept).toBeUndefined()
  expect(vi.getTimerCount()).toBe(0)
})

it('keeps the part drawn so far when the user zooms on', () => {
  sight = FAR
  zooming.zoomed(NEAR)
  vi.advanceTimersToNextTimer()
  const part = zooming.kept
  zooming.zoomed(FAR)
  vi.advanceTimersByTime(100)
  expect(zooming.kept).toEqual(part)
})
