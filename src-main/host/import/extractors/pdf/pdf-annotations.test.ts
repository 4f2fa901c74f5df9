import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { annotationsIn } from './pdf-annotations'

const LINK = '<< /Type /Annot /Subtype /Link >>'
const stream = (data: Buffer, filter = '/FlateDecode') =>
  Buffer.concat([
    Buffer.from(`7 0 obj << /Type /ObjStm /Filter ${filter} >> stream\r\n`),
    data,
    Buffer.from('\nendstream endobj\n'),
  ])
const file = (...parts: Buffer[]) =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts, Buffer.from('startxref 1 %%EOF')])

test('annotations are counted among the objects of a file and those that it compresses together', () => {
  const bytes = file(
    Buffer.from(`1 0 obj ${LINK} endobj << /Subtype /Type1 >>`),
    stream(deflateSync(`${LINK} << /Subtype/Widget >> << /Subtype /FreeText >>`)),
    stream(deflateSync(LINK), '[/FlateDecode]'),
  )
  expect(annotationsIn(bytes)).toEqual(
    new Map([
      ['Link', 3],
      ['Widget', 1],
      ['FreeText', 1],
    ]),
  )
})

test.each([
  ['objects that cannot be unpacked', file(stream(Buffer.from('encrypted')))],
  ['objects in another form', file(stream(Buffer.from(LINK), '/LZWDecode'))],
  ['objects without an end', Buffer.from('%PDF /ObjStm << /Filter /FlateDecode >> stream\nabc')],
  ['later changes', Buffer.concat([file(), file(Buffer.from(LINK))])],
  ['objects that grow without end', file(stream(deflateSync(Buffer.alloc(40 * 1024 * 1024))))],
])('a file with %s is left to the reader of PDF', (_case, bytes) => {
  expect(annotationsIn(bytes)).toBeUndefined()
})
