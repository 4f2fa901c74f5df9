import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { UnreadableError } from '#domain/formats/import/format'
import { extract } from './webarchive'

const SAMPLE = readFileSync(
  join(import.meta.dirname, '../../../../../src-domain/formats/import/samples/webarchive/ferry.webarchive'),
)

async function read(bytes: Uint8Array) {
  return extract({ fileName: 'a.webarchive', bytes, progress: () => undefined })
}

test('the main page is read in the encoding that the archive names, and its address is kept', async () => {
  expect(await read(SAMPLE)).toMatchObject({
    article: { url: 'https://harbour.example.org/ferry.html', encoding: 'windows-1254' },
  })
})

/** A property list with one object, given as the bytes after the header. */
const listOf = (...object: number[]) => {
  const trailer = Buffer.alloc(32)
  trailer.set([1, 1], 6)
  trailer[15] = 1
  trailer[31] = 8 + object.length
  return Buffer.concat([Buffer.from('bplist00'), Buffer.from(object), Buffer.from([8]), trailer])
}

test.each<[string, Buffer]>([
  ['nothing', Buffer.alloc(0)],
  ['words', Buffer.from('just words')],
  ['an archive that ends early', SAMPLE.subarray(0, -40)],
  ['a list that holds something else', listOf(0x51, 0x61)],
  ['a list that holds itself', listOf(0xa1, 0)],
  ['a list of more than there is', listOf(0xaf, 0x13, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff)],
])('P11 %s is refused in words', async (_case, bytes) => {
  await expect((async () => read(bytes))()).rejects.toThrow(UnreadableError)
})

test('P11 an archive with any byte changed is read or refused with a message', async () => {
  // The parser prints errors for some of them.
  const console = vi.spyOn(globalThis.console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => console.mockRestore())
  for (let at = SAMPLE.length - 200; at < SAMPLE.length; at++) {
    const bytes = Buffer.from(SAMPLE)
    bytes[at]! ^= 0x41
    const outcome = await (async () => read(bytes))().catch((error: unknown) => error)
    if (outcome instanceof Error) expect(outcome, `byte ${at}`).toBeInstanceOf(UnreadableError)
  }
})
