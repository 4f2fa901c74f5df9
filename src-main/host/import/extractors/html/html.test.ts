import { expect, test, vi } from 'vitest'
import { PROSE, read } from './testing/read-page'

const prose = (times = 4) => `<p>${PROSE.repeat(times)}</p>`
const counted = async (page: string, what: RegExp) =>
  (await read(page)).report.find((line) => what.test(line.what))?.count

test('nothing in a page is run or fetched', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch')
  const hit = '(globalThis.hit = (globalThis.hit ?? 0) + 1)'
  const article = await read(
    `<html><head><base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/a.css">
    <meta http-equiv="refresh" content="0; url=https://evil.example/"><script>${hit}</script>
    <script src="https://evil.example/a.js"></script><script type="module">${hit}</script></head>
    <body onload="${hit}"><article><h1 onclick="${hit}">Talks</h1>${prose()}
    <img src="https://evil.example/a.png" onerror="${hit}"><svg onload="${hit}"><script>${hit}</script></svg>
    <a href="javascript:${hit}">a trap</a> <a href="data:text/html,<script>${hit}</script>">another</a>
    <custom-element is="x-y">kept</custom-element><iframe srcdoc="<script>${hit}</script>"></iframe>
    <object data="https://evil.example/"></object>${prose()}</article></body></html>`,
  )
  expect((globalThis as { hit?: number }).hit).toBeUndefined()
  expect(fetched).not.toHaveBeenCalled()
  expect(article.text).toContain('a trap')
  expect(article.text).not.toMatch(/javascript:|data:|globalThis|evil/)
  expect(article.links).toBeUndefined()
  fetched.mockRestore()
})

test('content that is left out is counted in the report', async () => {
  const page = `<nav><p>Home</p></nav><article><h1>Talks</h1>${prose()}<img src=a><picture><source><img src=b></picture>
    <video src=c></video><script>1</script>${prose(5)}</article><footer><p>Imprint</p></footer>`
  expect(await counted(page, /pictures/)).toBe(3)
  expect(await counted(page, /scripts/)).toBe(1)
  expect(await counted(page, /frames/)).toBe(1)
  expect(await counted(page, /page elements/)).toBe(2)
})

const shown = async (page: string) => {
  const { text, blocks } = await read(page)
  return blocks.map(({ role, start, end, aside }) => `${aside ? `(${role}) ` : ''}${text.slice(start, end)}`)
}

test('text outside the article is set aside in place, with adjacent pieces in one block', async () => {
  const page = `<title>Talks</title><nav><p>Home</p><p>World</p></nav><article><h1>Talks</h1>${prose()}
    <aside class="related"><p>Read this too</p></aside><p>Then it ended. ${PROSE}</p></article><footer><p>Imprint</p></footer>`
  expect(await shown(page)).toEqual([
    '(furniture) Home\nWorld',
    'Talks',
    PROSE.repeat(4).trim(),
    '(furniture) Read this too',
    `Then it ended. ${PROSE}`.trim(),
    '(furniture) Imprint',
  ])
  const { report } = await read(page)
  expect(report).toEqual([
    { what: 'page elements outside the article set aside', count: 4 },
    { what: 'words in them', count: 6 },
  ])
})

test('text outside the article of a giant page is set aside up to a limit, and the rest is counted', async () => {
  const menu = Array.from({ length: 8000 }, (_, at) => `<li>Entry ${at}</li>`).join('')
  const { text, report } = await read(
    `<article><h1>Talks</h1>${prose()}</article><nav><ul>${menu}</ul></nav>`,
  )
  expect(text).toContain('Entry 4999')
  expect(report.map(({ count }) => count)).toEqual([5000, 10_000, 3000])
})

test('content that scripts would replace is used only if the page has no other article', async () => {
  const spare = `<noscript><p>Only without scripts. ${PROSE.repeat(3)}</p></noscript>`
  expect((await read(`<div id=app>Loading…</div>${spare}`)).text).toContain('Only without scripts')
  expect((await read(`<article>${prose()}</article>${spare}`)).text).not.toContain('Only without scripts')
})

test.each([
  ['its own declaration', `<meta charset="iso-8859-9"><p>`, 'windows-1254'],
  [
    'a declaration of the old kind',
    `<META http-equiv=Content-Type content='text/html; charset=iso-8859-9'><p>`,
    'windows-1254',
  ],
])('the bytes of a page are decoded by %s', async (_case, head, encoding) => {
  const bytes = Buffer.concat([Buffer.from(head), Uint8Array.of(0xdd), Buffer.from('stanbul')])
  expect(await read(bytes)).toMatchObject({ text: 'İstanbul', encoding })
})

test('a byte order mark takes precedence over a declaration, and a wrong declaration is ignored', async () => {
  const marked = Buffer.from('\uFEFF<meta charset=iso-8859-9><p>İstanbul')
  expect(await read(marked)).toMatchObject({ text: 'İstanbul', encoding: 'UTF-8' })
  const old = Buffer.concat([Buffer.from('<meta charset=utf-8><p>'), Uint8Array.of(0x93, 0x6e, 0x6f, 0x94)])
  expect(await read(old)).toMatchObject({ text: '“no”', encoding: 'windows-1252' })
  expect((await read('<meta charset=martian><p>word')).text).toBe('word')
})

test('text outside a body, or without one, is read', async () => {
  for (const page of [
    '<p>a</p>',
    '<html><p>a',
    'a',
    '<!doctype html><title></title><p>a',
    '<body></body><p>a</p>',
  ])
    expect((await read(page)).text, page).toBe('a')
})

test('metadata is taken from citation tags, then Open Graph and Dublin Core, then the page’s text', async () => {
  const head = `<title>Talks - The Desk</title><meta property="og:site_name" content="The Desk">
    <meta name="DC.creator" content="Bo Reader"><meta name="DC.date" content="2019/8/6"><meta http-equiv=content-language content=tr>
    <meta name="DC.identifier" content="doi:10.5555/abc.1">`
  expect(await read(`${head}${prose()}`)).toMatchObject({
    title: 'Talks',
    publisher: 'The Desk',
    authors: ['Bo Reader'],
    published: '2019-08-06',
    language: 'tr',
    doi: '10.5555/abc.1',
  })
  const scholarly = `<meta name=citation_title content="On talks"><meta name=citation_author content="Writer, Ada">
    <meta name=citation_author content="Bo Reader"><meta name=citation_publication_date content=2020>
    <meta name=citation_journal_title content="Journal of Talks">`
  expect(await read(`${head}${scholarly}${prose()}`)).toMatchObject({
    title: 'On talks',
    authors: ['Writer, Ada', 'Bo Reader'],
    published: '2020',
    publisher: 'Journal of Talks',
  })
})

test.each([
  ['<p>By Ada Writer, <time datetime="2019-08-06">6 August</time></p>', '2019-08-06'],
  ['<header><time datetime="2019-08-06T10:00">6 August</time></header>', '2019-08-06'],
  [`<p>${PROSE.repeat(3)} It began <time datetime="2019-08-06">in August</time>.</p>`, ''],
  ['<div class="comments"><time datetime="2019-08-06">6 August</time></div>', ''],
])('a day that a page speaks of is not its own: %s', async (html, published) => {
  expect((await read(`<article><h1>Talks</h1>${html}${prose()}${prose()}</article>`)).published).toBe(
    published,
  )
})

test('the name of the site is removed from the title, even if the page does not declare it', async () => {
  const site = '<h1>The Reading Room</h1>'
  const page = (title: string) =>
    `<title>${title}</title>${site}<article><h1>On long talks</h1>${prose()}</article>`
  for (const title of [
    'On long talks | The Reading Room',
    'The Reading Room — On long talks',
    'On long talks',
  ])
    expect((await read(page(title))).title, title).toBe('On long talks')
  expect((await read(page('On long talks: a reply | Room'))).title).toBe('On long talks: a reply | Room')
})

test('the base of a page does not change links', async () => {
  const page = `<base href="https://evil.example/"><link rel=canonical href="https://good.example/a">${prose()}<p><a href="b">next</a></p>`
  const article = await read(page)
  expect(article.url).toBe('https://good.example/a')
  expect(article.text).toMatch(/next$/)
  expect(article.links?.map(({ address }) => address)).toEqual(['https://good.example/b'])
})

test('layout tables are read as text', async () => {
  const page = `<table><tr><td>Menu</td><td><table><tr><td>${prose()}</td></tr></table></td></tr></table>`
  expect((await read(page)).text).not.toContain(' | ')
})

test.each<[string, string]>([
  ['nothing at all', '<html></html>'],
  ['scripts alone', '<script>alert(1)</script><style>a{}</style><template><p>words</p></template>'],
  ['pictures alone', '<svg><text>words</text></svg><img src=a alt=words>'],
])('P11 a page with %s is refused in words', async (_case, page) => {
  await expect(read(page)).rejects.toThrow(/It has no text.*(scripts)/)
})

test('a heading above text of the article is one of its headings, however it is nested', async () => {
  const part = (title: string) =>
    `<div class="section"><div class="titlepage"><div><h2 class="title"><a id="part"/>${title}</h2></div></div>${prose()}</div>`
  const page = `<h2>Site</h2><nav><p>Home</p></nav><div class="chapter">${part('The First Month')}${part('The Second Month')}</div>
    <div class="related"><h2>Read This Too</h2><ul><li><a href="/a">A story</a></li></ul></div>`
  const pieces = await shown(page)
  expect(pieces).toContain('The First Month')
  expect(pieces).toContain('The Second Month')
  expect(pieces.join()).not.toMatch(/,(?:Site|Read This Too)/)
})

test('a list that the article introduces is kept, even if every item is a link', async () => {
  const items = ['Ask <a href="/who">who</a> paid.', '<a href="/when">When it was paid.</a>']
  const list = `<ul>${items.map((item) => `<li class="sidebar">${item}</li>`).join('')}</ul>`
  const page = `<article><h1>Talks</h1>${prose()}<p>There are two things to do:</p>${list}${prose()}</article>`
  expect(await shown(page)).toEqual(expect.arrayContaining(['Ask who paid.', 'When it was paid.']))
})

test('a comment beside a lone sign does not make a tag of what follows', async () => {
  expect((await read(`<p>a <<!-- -->script>b</p>${prose()}`)).text).toContain('a < script>b')
  expect((await read(`<p>tripl<!-- -->e and a<b><!-- --></b>b</p>${prose()}`)).text).toContain(
    'triple and ab',
  )
})

test('a link around whole blocks is a link in each of them', async () => {
  const { text, links } = await read(
    `<article>${prose()}<a href="https://example.org/a"><h2>One</h2><p>Two ${PROSE}</p></a>${prose()}</article>`,
  )
  expect(links?.map(({ start, end }) => text.slice(start, end))).toEqual(['One', `Two ${PROSE}`.trim()])
})

test('entities that were encoded twice in metadata are decoded, and markup in them stays text', async () => {
  const data = JSON.stringify({
    '@type': 'Article',
    headline: 'Talks &amp; tea &lt;b&gt;',
    author: 'Bo O&#39;Neil',
  })
  expect(await read(`<script type="application/ld+json">${data}</script>${prose()}`)).toMatchObject({
    title: 'Talks & tea <b>',
    authors: ["Bo O'Neil"],
  })
})

test.each([
  ['<ol type="a" start="3"><li>x</li></ol>', 'c. x'],
  ['<ol reversed><li>x</li><li>y</li></ol>', '2. x\n1. y'],
  ['<ol><li value="7">x</li><li>y</li></ol>', '7. x\n8. y'],
  ['<ol style="list-style-type: upper-roman"><li>x</li></ol>', 'I. x'],
  ['<ol style="list-style: none"><li>x</li></ol>', 'x'],
  ['<ol><li><p>x</p><p>y</p></li></ol>', '1. x\ny'],
])('the items of %s have the numbers that a browser shows', async (list, expected) => {
  expect((await read(list)).text).toBe(expected)
})

test('the anchor sign at a heading is not part of its text', async () => {
  const page = `<h1>Talks<a class="headerlink" href="#talks">¶</a></h1>${prose()}<h2>Ends<a href="#ends">#</a></h2>${prose()}`
  expect(await shown(page)).toEqual(expect.arrayContaining(['Talks', 'Ends']))
  expect((await read(page)).title).toBe('Talks')
})

test('prompts, credits, menus and lists of other articles are set aside, and sentences that sound like them are not', async () => {
  const other = (at: number) => `<li><a href="https://example.org/${at}">Another story, number ${at}</a></li>`
  const others = `<ul>${[1, 2, 3, 4].map(other).join('')}</ul>`
  const page = `<table><tr><td>${others}</td><td><h1>Talks</h1><p>By Ada Writer</p><p>Updated 3 hours ago</p>${prose(5)}
    <p>READ MORE: The other talks</p>${prose(5)}<p>Share this article</p><p>Share prices fell by a third.</p>
    <ul><li><a href="https://example.org/x">A source</a></li></ul>${prose(5)}
    <h3>Related stories</h3>${others}</td></tr></table>`
  const read = (await shown(page)).filter((words) => !words.startsWith('('))
  expect(read).toEqual([
    'Talks',
    PROSE.repeat(5).trim(),
    PROSE.repeat(5).trim(),
    'Share prices fell by a third.',
    'A source',
    PROSE.repeat(5).trim(),
  ])
})
