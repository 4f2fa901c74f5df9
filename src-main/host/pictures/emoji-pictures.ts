import { readFileSync } from 'node:fs'
import type * as fontkit from 'fontkit'

/** A picture of a sign, from a typeface that has pictures instead of outlines. */
export interface SignPicture {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/** A table of a font file; undefined if the file has none of that name. */
function tableOf(file: Buffer, name: string): Buffer | undefined {
  const count = file.readUInt16BE(4)
  for (let at = 12; at < 12 + count * 16; at += 16) {
    if (file.toString('latin1', at, at + 4) !== name) continue
    const start = file.readUInt32BE(at + 8)
    return file.subarray(start, start + file.readUInt32BE(at + 12))
  }
  return undefined
}

/**
 * The pictures of a typeface such as Noto Color Emoji, by the ids of its glyphs: the tables CBLC and CBDT of OpenType
 * 1.9. Neither the renderer of PNG nor that of PDF reads them.
 */
export class EmojiPictures {
  readonly #data: Buffer
  /** For each glyph, where its picture begins, and its format. */
  readonly #places = new Map<number, { at: number; format: number }>()

  private constructor(places: Buffer, data: Buffer) {
    this.#data = data
    const sizes = places.readUInt32BE(4)
    if (sizes === 0) return
    const array = places.readUInt32BE(8)
    const count = places.readUInt32BE(16)
    for (let index = 0; index < count; index++) this.#addRange(places, array, array + index * 8)
  }

  /** The pictures in a font file; undefined if it has outlines. */
  static in(path: string): EmojiPictures | undefined {
    const file = readFileSync(path)
    const [places, data] = [tableOf(file, 'CBLC'), tableOf(file, 'CBDT')]
    return places && data && new EmojiPictures(places, data)
  }

  #addRange(places: Buffer, array: number, entry: number): void {
    const [first, last] = [places.readUInt16BE(entry), places.readUInt16BE(entry + 2)]
    const table = array + places.readUInt32BE(entry + 4)
    const [kind, format] = [places.readUInt16BE(table), places.readUInt16BE(table + 2)]
    const start = places.readUInt32BE(table + 4)
    if (kind !== 1 && kind !== 3) return
    for (let glyph = first; glyph <= last; glyph++) {
      const step = glyph - first
      const at =
        kind === 1 ? places.readUInt32BE(table + 8 + step * 4) : places.readUInt16BE(table + 8 + step * 2)
      this.#places.set(glyph, { at: start + at, format })
    }
  }

  /** The picture of a glyph. */
  pictureOf(glyph: number): SignPicture | undefined {
    const place = this.#places.get(glyph)
    // Small metrics are five bytes long, large ones eight.
    const metrics = place && { 17: 5, 18: 8 }[place.format]
    if (!place || metrics === undefined) return undefined
    const { at } = place
    const [height, width] = [this.#data.readUInt8(at), this.#data.readUInt8(at + 1)]
    const length = this.#data.readUInt32BE(at + metrics)
    const start = at + metrics + 4
    return { png: this.#data.subarray(start, start + length), width, height }
  }

  /** The picture of a whole sign: several characters joined into one, such as a flag, have one picture. */
  pictureOfSign(font: fontkit.Font, sign: string): SignPicture | undefined {
    const glyphs = font.layout(sign).glyphs.filter(({ id }) => this.#places.has(id))
    return glyphs.length === 1 ? this.pictureOf(glyphs[0]!.id) : undefined
  }
}
