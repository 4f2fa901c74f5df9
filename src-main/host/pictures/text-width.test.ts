import { createRequire } from 'node:module'
import * as fontkit from 'fontkit'
import { describe, expect, it } from 'vitest'
import { wrap } from '#domain/canvas/wrap-text'
import { measure } from './text-width'

const regular = { size: 14, weight: 400 } as const
const path = createRequire(import.meta.url).resolve('@fontsource/inter/files/inter-latin-400-normal.woff2')

describe('the measure of the typeface', () => {
  it('agrees with the layout of whole lines, including kerning', () => {
    const font = fontkit.openSync(path) as fontkit.Font
    for (const line of [
      'AVATAR, To. We “Ty” 2017, 11–12',
      'The contract dates from 2017,',
      'of Russia’s F-35s: $12bn?',
    ]) {
      const whole = (font.layout(line).advanceWidth / font.unitsPerEm) * 14
      expect(measure(line, regular)).toBeCloseTo(whole, 2)
    }
  })

  it.each([
    ['Київ і санкції', 400],
    ['Ελλάδα', 600],
    ['Đặng, Łódź, Erdoğan', 400],
  ] as const)('finds the letters of %s in the files of the typeface', (text, weight) => {
    const width = measure(text, { size: 10, weight })
    expect(width).toBeGreaterThan(text.length * 4)
    expect(width).toBeLessThan(text.length * 7)
  })

  it('grows with the size, and bold is wider', () => {
    expect(measure('Evidence', { size: 28, weight: 400 })).toBeCloseTo(2 * measure('Evidence', regular), 5)
    expect(measure('Evidence', { size: 14, weight: 600 })).toBeGreaterThan(measure('Evidence', regular))
  })

  it('estimates missing characters: emoji and ideographs wide, marks and joiners zero', () => {
    const em = { size: 1, weight: 400 } as const
    expect(measure('😀', em)).toBe(1.25)
    expect(measure('👩‍👩‍👧', em)).toBe(1.25)
    expect(measure('👍🏽', em)).toBe(1.25)
    expect(measure('漢字', em)).toBe(2)
    expect(measure('שלום', em)).toBeCloseTo(2.4, 5)
    expect(measure('\u200d\u0007', em)).toBe(0)
    expect(measure('', em)).toBe(0)
  })

  it('wraps five thousand cards', () => {
    const text =
      'A state whose allies leave a gap will fill it wherever it can, and by whatever means are for sale '
    const lines = Array.from({ length: 5000 }, (_, card) =>
      wrap(`${card} ${text}`, regular, 216, 10, measure),
    )
    expect(lines.every((each) => each.lines.length > 1)).toBe(true)
  })
})
