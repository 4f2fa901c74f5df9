import { expect, test } from 'vitest'
import { PROSE, read } from './testing/read-page'

const line = async (words: string, style = '') => {
  const { text, blocks } = await read(
    `<style>${style}</style><article><h1>Talks</h1><p>${words}</p><p>${PROSE.repeat(4)}</p></article>`,
  )
  const second = blocks.filter(({ aside, role }) => !aside && role !== 'title')[0]!
  return text.slice(second.start, second.end)
}

test.each([
  ['2019<span style="vertical-align: super; font-size: 70%">3</span>', '2019³'],
  ['2019<span style="VERTICAL-ALIGN:6pt">3</span>', '2019³'],
  ['2019<small style="position:relative; top:-0.4em">3</small>', '2019³'],
  ['2019<span class="superscript">3</span>', '2019³'],
  ['2019<span class="note">3</span>', '2019³'],
  ['10<span style="vertical-align:sub">2</span>', '10₂'],
  // A picture or a word that is moved by a point is no raised figure.
  ['In <span style="vertical-align: 1px">2019</span>', 'In 2019'],
  ['In <span style="vertical-align: baseline">2019</span>', 'In 2019'],
])('figures that a style raises are told apart: %s', async (html, words) => {
  expect(await line(`${html}, they said.`, '/* a */ span.note { color: red; vertical-align: super }')).toBe(
    `${words}, they said.`,
  )
})

test.each([
  '<span style="TEXT-DECORATION: LINE-THROUGH">no</span>',
  '<span style="text-decoration-line: line-through">no</span>',
  '<span class="text-red line-through">no</span>',
  '<span class="strikethrough">no</span>',
  '<span class="text-decoration-line-through">no</span>',
  '<b class="strike">no</b>',
  '<span class="gone">no</span>',
])('words that a style strikes out are left out and counted: %s', async (html) => {
  const page = `<style>.gone{text-decoration:line-through}</style><article><p>They ${html} agreed.</p><p>${PROSE.repeat(4)}</p></article>`
  const article = await read(page)
  expect(article.text).toContain('They agreed.')
  expect(article.report).toContainEqual({ what: 'struck-out words left out', count: 1 })
})

test.each([
  '<span style="display:none!important">no</span>',
  '<span style="visibility: collapse">no</span>',
  '<span style="font-size:0">no</span>',
  '<span class="gone">no</span>',
  '<span class="sr-only">(opens in a new window)</span>',
  '<span aria-hidden="true">→</span>',
])('words that nobody sees are read nowhere: %s', async (html) => {
  const page = `<style>@media print { p { display: none } } .gone { display: none }</style><article><p>They ${html} agreed.</p><p>${PROSE.repeat(4)}</p></article>`
  expect((await read(page)).text).toBe(`They agreed.\n\n${PROSE.repeat(4).trim()}`)
})

test.each([
  '<span aria-hidden="true">T</span>hey agreed.',
  '<span aria-hidden="true">T</span><span class="sr-only">T</span>hey agreed.',
  '<span style="text-decoration: none; display: inline">They</span> agreed.',
  '<span style="display: none; display: inline">They</span> agreed.',
])('words that somebody sees or hears are read once: %s', async (html) => {
  expect(await line(html)).toBe('They agreed.')
})

test('a page about a strike is read', async () => {
  const page = `<body class="tag strike"><div class="strike"><article><p>They agreed.</p><p>${PROSE.repeat(4)}</p></article></div></body>`
  expect((await read(page)).text).toContain('They agreed.')
})

test('a page is read that is hidden as a whole, behind a dialog or until its scripts have run', async () => {
  const body = `<p>${PROSE.repeat(4)}</p><p>They agreed.</p>`
  for (const page of [
    `<body style="display:none"><article>${body}</article></body>`,
    `<body><div id="app" aria-hidden="true"><article>${body}</article></div><div role="dialog"><p>Cookies</p></div></body>`,
    `<style>article { display: none }</style><article>${body}</article>`,
  ])
    expect((await read(page)).blocks.filter(({ aside }) => !aside)).toHaveLength(2)
})

test.each([
  ['lower-alpha', 'a', 'b'],
  ['lower-greek', 'α', 'β'],
  ['decimal-leading-zero', '01', '02'],
])('a list has the kind of numbers that a style gives it: %s', async (kind, first, second) => {
  const list = `<ol class="c"><li>${PROSE}</li><li>${PROSE}</li></ol>`
  const { text } = await read(
    `<style>ol.c{list-style:${kind}}</style><article><p>${PROSE.repeat(3)}</p>${list}</article>`,
  )
  expect(text).toContain(`${first}. ${PROSE.trim()}\n${second}. `)
})
