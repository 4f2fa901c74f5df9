import fc from 'fast-check'
import { expect, it } from 'vitest'
import { element, type XmlElement } from '#domain/formats/export/picture/svg-xml'
import { clipPicture } from './clip-picture'
import { bandTask, rowsOf } from './picture-band'
import { blankPicture } from './testing/blank-picture'

const HEIGHT = 3000
const level = fc.integer({ min: 0, max: HEIGHT })

interface Drawn {
  readonly shape: XmlElement
  readonly from: number
  readonly to: number
}

const drawn: fc.Arbitrary<Drawn> = fc.oneof(
  level.map((y) => ({ shape: element('text', { x: 4, y, fill: '#000000' }, 'words'), from: y, to: y })),
  level.map((y) => ({ shape: element('circle', { cx: 8, cy: y, r: 9 }), from: y, to: y })),
  fc
    .tuple(level, level)
    .map(([y, height]) => ({ shape: element('rect', { x: -2, y, height }), from: y, to: y + height })),
  fc.array(level, { minLength: 2, maxLength: 6 }).map((ys) => ({
    shape: element('path', {
      d: ys.map((y, index) => `${index === 0 ? 'M' : index % 2 ? 'L' : `Q7 ${y} `}-12.5 ${y}`).join(''),
    }),
    from: Math.min(...ys),
    to: Math.max(...ys),
  })),
  // The extent of a path with relative steps is not computed: it is always kept.
  level.map((y) => ({ shape: element('path', { d: `M4 ${y}v8h3` }), from: 0, to: HEIGHT })),
)

const shapesIn = (node: XmlElement): XmlElement[] =>
  node.name === 'g'
    ? node.children.flatMap((child) => (typeof child === 'string' ? [] : shapesIn(child)))
    : [node]

it('a part of a picture has every element that reaches into it, in order, and none that is far from it', () => {
  fc.assert(
    fc.property(
      fc.array(drawn, { maxLength: 12 }),
      level,
      fc.integer({ min: 1, max: 800 }),
      (all, y, height) => {
        const groups = all.map(({ shape }) => element('g', {}, shape))
        const picture = blankPicture({ x: -5, y: 0, width: 90, height: HEIGHT }, ...groups)
        const part = clipPicture(picture, { x: 10, y, width: 40, height })
        expect(part.page).toEqual({ x: 5, y, width: 40, height })
        const reaching = all.filter(({ from, to }) => to > y - 100 && from < y + height + 100)
        expect(shapesIn(part.drawing)).toEqual(reaching.map(({ shape }) => shape))
      },
    ),
  )
})

it('clipping twice is the same as clipping once', () => {
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 12 }), level, (all, y) => {
      const page = { x: -5, y: 0, width: 90, height: HEIGHT }
      const picture = blankPicture(page, ...all.map(({ shape }) => shape))
      const tile = clipPicture(picture, { x: 0, y, width: 90, height: 600 })
      expect(clipPicture(tile, { x: 0, y: 200, width: 90, height: 100 })).toEqual(
        clipPicture(picture, { x: 0, y: y + 200, width: 90, height: 100 }),
      )
    }),
  )
})

it('a tile with fractional sides has the right number of pixels', async () => {
  const side = 4096 / 6
  const tile = clipPicture(
    { ...blankPicture({ x: 0, y: 0, width: 2000, height: 20 }), ground: '#ffffff' },
    { x: side, y: 0, width: side, height: 20 },
  )
  const rows = await rowsOf({ ...bandTask(tile), scale: 6, skip: 0, take: 120 })
  expect(rows).toHaveLength((4096 * 4 + 1) * 120)
  expect(rows.every((value, index) => index % (4096 * 4 + 1) === 0 || value === 255)).toBe(true)
})
