import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CARD_WIDTH } from '#domain/canvas/card'
import { CARD } from '#domain/canvas/card-layout'
import { drawingAt, FAR_PADDING, heldZoom, labelScaleAt, LINE, linesIn } from './card-detail'

const zooms = fc.double({ min: 0.08, max: 2.5, noNaN: true })

test('no text of a card is smaller on the screen than nine pixels, at any zoom', () => {
  fc.assert(
    fc.property(zooms, (zoom) => {
      const { detail, size } = drawingAt(zoom)
      if (detail === 'colour') return
      const drawn = detail === 'whole' ? Math.min(CARD.text.size, Math.max(CARD.label.size, size)) : size
      expect(drawn * zoom).toBeGreaterThanOrEqual(9)
    }),
  )
})

test('a wording that is drawn alone has at least ten pixels, and stays inside its card', () => {
  fc.assert(
    fc.property(zooms, fc.integer({ min: 84, max: 400 }), (zoom, height) => {
      const { detail, size } = drawingAt(zoom)
      if (detail !== 'wording') return
      expect(size * zoom).toBeGreaterThanOrEqual(10)
      expect(linesIn(height, size) * size * LINE + FAR_PADDING * 2).toBeLessThanOrEqual(height)
    }),
  )
})

test('while the user zooms, text is never drawn for a larger scale, nor for one much smaller', () => {
  fc.assert(
    fc.property(zooms, zooms, (before, zoom) => {
      const drawn = heldZoom(before, zoom)
      expect(drawn).toBeLessThanOrEqual(zoom)
      expect(drawn).toBeGreaterThanOrEqual(zoom / 2)
    }),
  )
  expect(heldZoom(0.5, 0.6)).toBe(0.5)
  expect(heldZoom(0.5, 0.4)).toBe(0.4)
})

test('no label of a relation is smaller on the screen than nine pixels: below half size there is none', () => {
  fc.assert(
    fc.property(zooms, (zoom) => {
      const scale = labelScaleAt(zoom, 11)
      if (zoom < 0.5) expect(scale).toBe(0)
      else expect(11 * scale * zoom).toBeGreaterThanOrEqual(9)
    }),
  )
  expect(labelScaleAt(1, 11)).toBe(1)
})

test('small print on a whole card fits into its line', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.65, max: 2.5, noNaN: true }), (zoom) => {
      expect(drawingAt(zoom).size).toBeLessThanOrEqual(CARD.footerHeight)
    }),
  )
})

test('a card far away is drawn as a block of its colour with at least a short word', () => {
  const { detail, size } = drawingAt(0.2)
  expect(detail).toBe('block')
  expect((CARD_WIDTH - FAR_PADDING * 2) / (size * 0.6)).toBeGreaterThan(5)
  expect(drawingAt(0.1).detail).toBe('colour')
})
