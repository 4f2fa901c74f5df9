import { expect, test } from 'vitest'
import { extract } from './html'
import { withoutEmbedded } from './html-embedded'

const DATA = 'iVBORw0KGgo/+'.repeat(400)
const SHORT = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='

test('embedded files are left out wherever they stand, and everything around them stays', () => {
  const page = (data: string) =>
    [
      `<img src="${data}" alt="A"> <img src='${data}'> <img src=${data} alt=B>`,
      `<style>@font-face { src: url(${data}) format("woff2"), url("${data}") }</style>`,
      `<img srcset="${data} 1x, ${data} 2x"><img src="${SHORT}">`,
    ].join('\n')
  const { source, count } = withoutEmbedded(page(`data:image/png;base64,${DATA}==`))
  expect(source).toBe(page('data:,'))
  expect(count).toBe(7)
})

test('Base64 with line breaks is left out between quotes, and words of the text never', () => {
  const folded = DATA.replace(/.{76}/g, '$&\n')
  expect(withoutEmbedded(`<img src="data:image/png;base64,${folded}">`).source).toBe('<img src="data:,">')
  const text = `<p>It begins with data:image/png;base64, and goes on. ${'words '.repeat(300)}</p>`
  expect(withoutEmbedded(text)).toEqual({ source: text, count: 0 })
})

test('a saved page is kept without them, and the report says so', async () => {
  const html = `<title>Ice</title><article><p>${'The bridge was closed because of ice. '.repeat(9)}</p><img src="data:image/jpeg;base64,${DATA}"></article>`
  const read = await extract({
    fileName: 'a.html',
    bytes: Buffer.from(html),
    encoding: undefined,
    progress: () => undefined,
  })
  if (read.kind !== 'article') throw new Error('it is no article')
  expect(read.article.originalText.length).toBeLessThan(600)
  expect(read.article.report).toContainEqual({
    what: 'pictures and other embedded files left out of the original text',
    count: 1,
  })
})

test('a page of beginnings of embedded files takes time by its length', () => {
  const page = '="data:a/a;base64,'.repeat(100_000)
  expect(withoutEmbedded(page)).toEqual({ source: page, count: 0 })
})

test('a page that is long without its pictures is refused with its length and the limit', () => {
  const bytes = Buffer.from(`<p>${'x '.repeat(3_500_000)}</p>`)
  const read = () => extract({ fileName: 'a.html', bytes, encoding: undefined, progress: () => undefined })
  expect(read).toThrow(
    'The page has 7 million characters, not counting pictures, more than the limit of 6 million. Save it in parts or as text.',
  )
})

test('a page of more elements than its tree has memory for is refused with their number and the limit', () => {
  const bytes = Buffer.from(`<!-- ${'<p>'.repeat(100_000)} -->${'<p>a</p>'.repeat(80_000)}`)
  const read = () => extract({ fileName: 'a.html', bytes, encoding: undefined, progress: () => undefined })
  expect(read).toThrow(
    'The page has 80 thousand elements, such as paragraphs and links, more than the limit of 70 thousand. Save it in parts or as text.',
  )
})

test('tags that are dropped because they are nested too deeply do not count as elements', async () => {
  const bytes = Buffer.from(`${'<div>'.repeat(80_000)}<p>It has one sentence.</p>`)
  const read = extract({ fileName: 'a.html', bytes, encoding: undefined, progress: () => undefined })
  const text = expect.stringContaining('It has one sentence.')
  expect(await read).toMatchObject({ kind: 'article', article: { text } })
})
