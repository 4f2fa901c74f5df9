import { expect, test } from 'vitest'
import { UnreadableError } from '#domain/formats/import/format'
import { extract } from './mhtml'

async function read(message: string | Buffer) {
  const bytes = typeof message === 'string' ? Buffer.from(message.replaceAll('\n', '\r\n')) : message
  const imported = await extract({ fileName: 'a.mhtml', bytes, progress: () => undefined })
  if (imported.kind !== 'article') throw new Error('no article')
  return imported.article
}

const multipart = (...parts: string[]) =>
  ['Content-Type: multipart/related; boundary=b; start="<root>"\n', ...parts, '']
    .join('\n--b\n')
    .replace(/\n--b\n$/, '\n--b--\n')

test('the part that the message names as its start is the page, wherever it is', async () => {
  const frame = 'Content-Type: text/html\nContent-ID: <frame>\n\n<p>An advert.</p>'
  const root =
    'Content-Type: text/html\nContent-ID: <root>\nContent-Location: https://a.example/\n\n<p>The page.</p>'
  expect(await read(multipart(frame, root))).toMatchObject({ text: 'The page.', url: 'https://a.example/' })
})

test('a page is decoded by its transfer encoding and the charset of its part', async () => {
  const bytes = Buffer.concat([Buffer.from('<p>'), Uint8Array.of(0xdd), Buffer.from('stanbul')])
  const part = (encoding: string, body: string) =>
    multipart(
      `Content-Type: text/html;\n charset="iso-8859-9"\nContent-Transfer-Encoding: ${encoding}\n\n${body}`,
    )
  for (const message of [
    part('base64', bytes.toString('base64')),
    part('quoted-printable', '<p>=DDstan=\nbul'),
  ])
    expect(await read(message)).toMatchObject({ text: 'İstanbul', encoding: 'windows-1254' })
})

test('a page is found in nested parts', async () => {
  const nest = (inner: string, depth: number): string =>
    depth === 0
      ? inner
      : `Content-Type: multipart/alternative; boundary=b${depth}\n\n--b${depth}\n${nest(inner, depth - 1)}\n--b${depth}--\n`
  const page = 'Content-Type: text/html\n\n<p>Deep inside.</p>'
  expect((await read(nest(page, 4))).text).toBe('Deep inside.')
  await expect(read(nest(page, 400))).rejects.toThrow(UnreadableError)
})

test('only a line equal to the boundary ends a part', async () => {
  const message = multipart('Content-Type: text/html\n\n<p>Use --b or\n--body to go on.</p>')
  expect((await read(message)).text).toBe('Use --b or --body to go on.')
})

test('a page without parts is read', async () => {
  expect((await read('Content-Type: text/html\n\n<p>Alone.</p>')).text).toBe('Alone.')
})

test.each([
  ['nothing', ''],
  ['no message', 'just words'],
  ['pictures alone', multipart('Content-Type: image/png\n\nabc')],
  ['a boundary that never comes', 'Content-Type: multipart/related; boundary=x\n\nabc'],
  ['boundaries without parts', 'Content-Type: multipart/related; boundary=x\n\n' + '--x\n'.repeat(100_000)],
  ['headers without end', 'Content-Type: multipart/related; boundary=x\n' + 'a: b\n'.repeat(100_000)],
])('P11 %s is refused with a message', async (_case, message) => {
  await expect(read(message)).rejects.toThrow(UnreadableError)
})
