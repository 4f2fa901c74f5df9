import { expect, test } from 'vitest'
import { fingerprint, mayOverlap, overlap } from './fingerprint'

const words = (name: string, count: number, from = 0) =>
  Array.from({ length: count }, (_none, n) => `${name}${n + from}`).join(' ')
const textOf = (text: string) => fingerprint({ text, blocks: [] })

test('texts of any length and overlap are told from texts that have nothing in common', () => {
  for (let length = 10; length < 12_000; length = Math.ceil(length * 1.3)) {
    const text = textOf(words('word', length))
    for (const [share, longer] of [
      [0.7, 1],
      [0.7, 2],
      [1, 1.9],
    ] as const) {
      const common = Math.floor(length * share)
      const other = textOf(`${words('word', common)} ${words('other', Math.floor(length * longer) - common)}`)
      expect(overlap(text, other)).toBeGreaterThan(0.3)
      expect(mayOverlap(text, other), `${length} words, ${share} of them in ${longer}`).toBe(true)
    }
    if (length > 300) expect(mayOverlap(text, textOf(words('different', length)))).toBe(false)
  }
})
