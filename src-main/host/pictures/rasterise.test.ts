import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { drawPicture } from '#domain/formats/export/picture/picture'
import type { Picture } from '#domain/formats/export/picture/picture-tree'
import { element, type Attributes, type XmlElement } from '#domain/formats/export/picture/svg-xml'
import { Builder } from '#domain/testing/build'
import { bandTask, rowsOf } from './picture-band'
import { rasterise } from './rasterise'
import { blankPicture } from './testing/blank-picture'
import { measure } from './text-width'
import { DEFAULT_LOOK } from '#domain/formats/export/picture-options'

const picture = (children: readonly XmlElement[] = [], width = 200, height = 40): Picture => ({
  ...blankPicture({ x: 0, y: 0, width, height }, ...children),
  ground: '#ffffff',
})

const text = (words: string, attributes: Attributes = {}, weight = 400) =>
  element(
    'text',
    { x: 10, y: 28, 'font-size': 20, 'font-weight': weight, fill: '#000000', ...attributes },
    words,
  )

/** The first and last column with a dark pixel. */
async function inked(drawn: Picture, scale = 1): Promise<{ from: number; to: number; pixels: number }> {
  const { width, rows } = pixelsOf(await rasterise(drawn, scale))
  let [from, to, pixels] = [width, -1, 0]
  for (const row of rows) {
    for (let x = 0; x < width; x++) {
      if (row[x * 4]! > 128) continue
      from = Math.min(from, x)
      to = Math.max(to, x)
      pixels++
    }
  }
  return { from, to, pixels }
}

/** The rows of an RGBA PNG. */
function pixelsOf(png: Uint8Array): { width: number; height: number; rows: Uint8Array[] } {
  const bytes = Buffer.from(png)
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    const size = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + size))
  }
  const raw = inflateSync(Buffer.concat(parts))
  const stride = width * 4
  const rows: Uint8Array[] = []
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!
    const row = Uint8Array.from(raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)))
    for (let x = 0; x < stride; x++) {
      const left = x >= 4 ? row[x - 4]! : 0
      const up = rows[y - 1]?.[x] ?? 0
      const corner = x >= 4 ? (rows[y - 1]?.[x - 4] ?? 0) : 0
      row[x] = row[x]! + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!
    }
    rows.push(row)
  }
  return { width, height, rows }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const far = (value: number) => Math.abs(guess - value)
  if (far(left) <= far(up) && far(left) <= far(corner)) return left
  return far(up) <= far(corner) ? up : corner
}

describe('a picture in pixels', () => {
  it('has the requested scale', async () => {
    for (const scale of [1, 2, 4]) {
      const { width, height } = pixelsOf(await rasterise(picture(), scale))
      expect([width, height]).toEqual([200 * scale, 40 * scale])
    }
  })

  it('uses the typeface in which text was measured', async () => {
    const { from, to } = await inked(picture([text('The S-400 purchase')], 300))
    expect(from).toBeGreaterThanOrEqual(10)
    expect(Math.abs(to - 10 - measure('The S-400 purchase', { size: 20, weight: 400 }))).toBeLessThan(3)
  })

  it('uses the right weight for letters beyond Latin', async () => {
    const regular = await inked(picture([text('Київ')]))
    const bold = await inked(picture([text('Київ', {}, 600)]))
    expect(bold.pixels).toBeGreaterThan(regular.pixels * 1.2)
  })

  it('keeps the stated width of a line', async () => {
    const squeezed = text('squeezed to a hundred', { textLength: 100, lengthAdjust: 'spacingAndGlyphs' })
    const { to } = await inked(picture([squeezed]))
    expect(Math.abs(to - 110)).toBeLessThan(3)
  })

  it('keeps the rest of a line unchanged beside a missing character', async () => {
    const size = { size: 20, weight: 400 } as const
    const left = (words: string) =>
      picture([text(words, { textLength: measure(words, size), lengthAdjust: 'spacingAndGlyphs' })], 70)
    expect((await inked(left('WAVE ש'))).pixels).toBe((await inked(left('WAVE'))).pixels)
  })

  it('starts right-to-left wording at the right side', async () => {
    const { to, from } = await inked(picture([text('hello', { x: 190, direction: 'rtl' })]))
    expect(Math.abs(to - 190)).toBeLessThan(4)
    expect(from).toBeGreaterThan(100)
  })

  it('P11 refuses a picture that is too large, with its size and advice', async () => {
    await expect(rasterise(picture([], 5000, 1000), 4)).rejects.toThrow(
      'The picture would be 20,000 × 4,000 pixels, too large for a PNG. Nothing was written. Choose scale 3.2 or less, or export the map as SVG',
    )
    await expect(rasterise(picture([], 12_000, 11_000), 1)).rejects.toThrow(
      /Nothing was written\. Export the map as SVG/,
    )
  })

  it('P10 is drawn for a map with hostile wording', async () => {
    const builder = new Builder()
    const one = builder.claim('<script>alert("1")</script> & 😀 漢字 שלום', builder.map)
    builder.relation('contradict', [one], builder.claim('שלום <b>', builder.map))
    const request = { project: builder.project, map: builder.map, ...DEFAULT_LOOK, theme: 'dark' } as const
    const png = await rasterise(drawPicture(request, measure), 1)
    expect(pixelsOf(png).width).toBeGreaterThan(248)
  })
})

it('a picture drawn in bands equals one drawn at once, including the edges of bands', async () => {
  const lines = Array.from({ length: 60 }, (_, index) =>
    text(`Bands of a picture meet here, line ${index}`, { x: index * 9.3, y: index * 20.7 + 11 }),
  )
  const drawn = picture(lines, 1500, 1250)
  const { rows } = pixelsOf(await rasterise(drawn, 2.4))
  expect(rows).toHaveLength(3000)
  const whole = await rowsOf({ ...bandTask(drawn), scale: 2.4, skip: 0, take: 3000 })
  const stride = whole.length / rows.length
  // Line starts are computed from the edge of their band, and so rounded differently.
  const far = rows.filter((row, y) =>
    row.some((value, x) => Math.abs(value - whole[y * stride + 1 + x]!) > 1),
  )
  expect(far).toEqual([])
})

it('a semi-transparent colour keeps its hue', async () => {
  const page = { x: 0, y: 0, width: 4, height: 4 }
  const glass = blankPicture(page, element('rect', { ...page, fill: '#c06040', 'fill-opacity': 0.5 }))
  const [red, green, blue, opacity] = pixelsOf(await rasterise(glass, 1)).rows[2]!.subarray(4, 8)
  expect(opacity).toBeCloseTo(128, -0.5)
  expect([red, green, blue].map((part, index) => Math.abs(part! - [0xc0, 0x60, 0x40][index]!) <= 2)).toEqual([
    true,
    true,
    true,
  ])
})
