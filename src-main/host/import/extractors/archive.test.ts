import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { UnreadableError } from '#domain/formats/import/format'
import { checkArchive } from './archive'

const text = (parts: Map<string, Uint8Array>, name: string) => Buffer.from(parts.get(name)!).toString()
const HARM = /far more than a document contains/

test('returns the parts of an archive by name, compressed or not', async () => {
  const archive = zipSync({
    'word/document.xml': strToU8('<a/>'),
    'plain.txt': [strToU8('words'), { level: 0 }],
  })
  const parts = await checkArchive(archive)
  expect([...parts.keys()]).toEqual(['word/document.xml', 'plain.txt'])
  expect([text(parts, 'word/document.xml'), text(parts, 'plain.txt')]).toEqual(['<a/>', 'words'])
})

test('skips parts that are not wanted', async () => {
  const archive = zipSync({ 'a.xml': strToU8('a'), 'picture.png': new Uint8Array(1000) })
  expect([...(await checkArchive(archive, (name) => name.endsWith('.xml'))).keys()]).toEqual(['a.xml'])
})

test('P11 an archive compressed more than 100 to 1 is refused with a message, even in a skipped part', async () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(20_000_000) })
  await expect(checkArchive(bomb)).rejects.toThrow(HARM)
  await expect(checkArchive(bomb, () => false)).rejects.toThrow(HARM)
})

test('P11 many small parts count together', async () => {
  const small = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`${at}`, new Uint8Array(500_000)]))
  await expect(checkArchive(zipSync(small))).rejects.toThrow(HARM)
})

test('P11 an archive with wrong sizes is refused', async () => {
  const archive = Buffer.from(zipSync({ 'a.xml': new Uint8Array(3_000_000) }))
  const central = archive.indexOf(Buffer.of(0x50, 0x4b, 1, 2))
  archive.writeUInt32LE(10, central + 24)
  await expect(checkArchive(archive)).rejects.toThrow(UnreadableError)
})

test('P11 an archive of more than 5,000 parts is refused', async () => {
  const many = Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`${at}`, new Uint8Array(1)]))
  await expect(checkArchive(zipSync(many, { level: 0 }))).rejects.toThrow(HARM)
})

test.each([
  ['no archive', strToU8('words'), /damaged/],
  ['nothing', new Uint8Array(), /damaged/],
  ['an archive cut short', zipSync({ a: strToU8('words '.repeat(50)) }).slice(0, 60), /damaged/],
  ['an old or protected Office file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), /password/],
  ['a path out of the archive', zipSync({ '../../evil.xml': strToU8('a') }), /damaged/],
])('P11 %s is refused in words', async (_case, bytes, words) => {
  await expect(checkArchive(bytes)).rejects.toThrow(words)
  await expect(checkArchive(bytes)).rejects.toBeInstanceOf(UnreadableError)
})

test('P11 an archive with any byte damaged is read or refused with a message', async () => {
  const archive = zipSync({ a: strToU8('some words '.repeat(9)), b: strToU8('b') })
  for (let at = 0; at < archive.length; at++) {
    const damaged = archive.slice()
    damaged[at]! ^= 0xff
    const outcome = await checkArchive(damaged).catch((error: unknown) => error)
    expect(outcome instanceof Map || outcome instanceof UnreadableError, `byte ${at}`).toBe(true)
  }
})
