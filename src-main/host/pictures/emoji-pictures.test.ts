import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { EmojiPictures } from './emoji-pictures'
import { partsOf, signsLacking } from './sign-pictures'

/** A font file with two tables: pictures for the glyphs 5 and 6. */
function fontFile(): Buffer {
  const picture = (height: number, width: number, words: string) => {
    const head = Buffer.alloc(9)
    head.writeUInt8(height, 0)
    head.writeUInt8(width, 1)
    head.writeUInt32BE(words.length, 5)
    return Buffer.concat([head, Buffer.from(words)])
  }
  const [five, six] = [picture(128, 136, 'five'), picture(64, 68, 'six')]
  const data = Buffer.concat([Buffer.alloc(4), five, six])
  const places = Buffer.alloc(8 + 48 + 8 + 8 + 12)
  places.writeUInt32BE(1, 4)
  places.writeUInt32BE(56, 8)
  places.writeUInt32BE(1, 16)
  places.writeUInt16BE(5, 56)
  places.writeUInt16BE(6, 58)
  places.writeUInt32BE(8, 60)
  places.writeUInt16BE(1, 64)
  places.writeUInt16BE(17, 66)
  places.writeUInt32BE(4, 68)
  places.writeUInt32BE(0, 72)
  places.writeUInt32BE(five.length, 76)
  const directory = Buffer.alloc(12 + 32)
  directory.writeUInt16BE(2, 4)
  const tables = [places, data]
  let start = directory.length
  for (const [at, table] of tables.entries()) {
    directory.write(at === 0 ? 'CBLC' : 'CBDT', 12 + at * 16, 'latin1')
    directory.writeUInt32BE(start, 12 + at * 16 + 8)
    directory.writeUInt32BE(table.length, 12 + at * 16 + 12)
    start += table.length
  }
  return Buffer.concat([directory, ...tables])
}

test('the pictures of a typeface are found by their glyphs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'emoji-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'a.ttf')
  writeFileSync(path, fontFile())
  const pictures = EmojiPictures.in(path)!
  const [five, six] = [pictures.pictureOf(5)!, pictures.pictureOf(6)!]
  expect([five.width, five.height, Buffer.from(five.png).toString()]).toEqual([136, 128, 'five'])
  expect([six.width, six.height, Buffer.from(six.png).toString()]).toEqual([68, 64, 'six'])
  expect(pictures.pictureOf(4)).toBeUndefined()
})

test('signs that no typeface has are named, once each', () => {
  expect(signsLacking(['Rising \u{F0000} and \u{F0000}', 'words, Київ, 5 ≥ 4'])).toEqual(['\u{F0000}'])
})

test('no letter is lost when a line is split at its signs', () => {
  const line = 'A 😀 b 👩‍👩‍👧 c 🇩🇪 ≥ 1️⃣'
  expect(
    partsOf(line)
      .map(({ text }) => text)
      .join(''),
  ).toBe(line)
})
