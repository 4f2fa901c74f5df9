import { describe, expect, it } from 'vitest'
import { fonts, inTypeface } from './typeface'

describe('the typeface for pictures', () => {
  it('comes as woff2 files in two weights, each with the range it covers', () => {
    const files = fonts()
    expect(new Set(files.map(({ weight }) => weight))).toEqual(new Set([400, 600]))
    for (const { base64, range } of files) {
      expect(Buffer.from(base64, 'base64').toString('latin1', 0, 4)).toBe('wOF2')
      expect(range).toMatch(/^U\+[0-9A-F]/)
    }
  })

  it('knows which characters it can set', () => {
    expect([...'aß→≠Жλ漢ש'].filter(inTypeface).join('')).toBe('aß→≠Жλ')
  })
})
