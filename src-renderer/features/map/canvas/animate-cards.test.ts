import { afterEach, expect, test, vi } from 'vitest'
import { animateCards } from './animate-cards'

afterEach(() => vi.unstubAllGlobals())

test('cards glide to their positions, and back if the move is undone on the way', () => {
  const frames: FrameRequestCallback[] = []
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame))
  const at = (x: number) => new Map([['card', { x, y: 0 }]])
  let stands = at(100)
  const seen: number[] = []
  animateCards(
    at(0),
    () => stands,
    (places) => seen.push(places.get('card')!.x),
  )
  const frame = (time: number) => frames.shift()!(time)
  frame(0)
  frame(100)
  expect(seen.at(-1)).toBeGreaterThan(0)
  expect(seen.at(-1)).toBeLessThan(100)
  stands = at(0)
  frame(200)
  expect(seen.at(-1)).toBe(0)
  frame(1000)
  expect([seen.at(-1), frames.length]).toEqual([0, 0])
})
