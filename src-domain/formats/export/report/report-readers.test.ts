import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { parseHTML } from 'linkedom'
import mammoth from 'mammoth'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { citation } from '../../../queries/citation'
import type { Project } from '../../../document/project'
import { fortyCards } from '../../../testing/argued-maps'
import { Builder } from '../../../testing/build'
import { exportEnv } from '../../../testing/export-env'
import { fullMap } from '../../../testing/full-map'
import { EXPORT_FORMATS, type ExportFormatName } from '../catalogue'
import { EXPORT_WRITERS } from '../writers'
import { writable } from '../picture/svg-xml'
import { reportPictures } from './report-pictures'
import { richSample } from '../testing/rich-sample'
import { DEFAULT_LOOK } from '../picture-options'

const write = (name: ExportFormatName, project: Project, map: string) =>
  EXPORT_WRITERS[name]({ project, map, ...DEFAULT_LOOK }, exportEnv)

const plain = (text: string): string => writable(text).replace(/\s+/g, ' ').trim()

/** All wordings, citations and sources that a report must have. */
const expectedOf = (project: Project): string[] => [
  ...[...project.claims.values()].map(({ text }) => text),
  ...[...project.excerpts.values()].flatMap(({ source, start, exact }) => [
    exact,
    citation(project.sources.get(source)!, start),
  ]),
  ...[...project.relations.values()].flatMap(({ warrant, note }) => [warrant, note]),
]

interface MarkdownNode {
  readonly type: string
  readonly value?: string
  readonly children?: readonly MarkdownNode[]
}

const MARKDOWN = ['root', 'heading', 'paragraph', 'list', 'listItem', 'blockquote']
const WORDS = ['strong', 'emphasis', 'text', 'break']

function markdownWords({ type, value, children }: MarkdownNode): string {
  expect([...MARKDOWN, ...WORDS]).toContain(type)
  const inside = children?.map(markdownWords).join('') ?? ''
  return type === 'break' ? '\n' : MARKDOWN.includes(type) ? `${inside}\n` : (value ?? inside)
}

const ENTITIES: Record<string, string> = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  '#39': "'",
  '#13': '\r',
  '#160': ' ',
  nbsp: ' ',
}

const wordsOfHtml = (html: string): string =>
  html
    .replace(/<\/?(p|li|t[dhr]|table|h\d|blockquote|cite|ul|br)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|amp|#39|#13|#160|nbsp);/g, (_: string, name: string) => ENTITIES[name]!)

const TABLE = ['table', 'tbody', 'tr', 'th', 'td']
const PICTURE = ['figure', 'svg', 'title', 'g', 'path', 'rect', 'circle', 'text']

/** A map on which each claim bears on the claim or the relation before it. */
function deepMap(chain: readonly ('support' | 'attack' | 'undercut')[]): [Project, string] {
  const builder = new Builder()
  let claim = builder.claim('wording 0.', builder.map)
  let relation = ''
  for (const [at, link] of chain.entries()) {
    const next = builder.claim(`wording ${at + 1}.`, builder.map)
    const onStep = link === 'undercut' && relation !== ''
    relation = builder.relation(link === 'undercut' ? 'attack' : link, [next], onStep ? relation : claim)
    claim = next
  }
  return [builder.project, builder.map]
}

/** How deep the lists of a page are, each of which must end where it is in another; 0 for other formats. */
function deepestIn(name: string, content: string | Uint8Array): number {
  let [depth, deepest] = [0, 0]
  if (name !== 'report-html') return 0
  for (const [, end] of String(content).matchAll(/<(\/?)ul>/g)) {
    depth += end ? -1 : 1
    deepest = Math.max(deepest, depth)
    expect(depth).toBeGreaterThanOrEqual(0)
  }
  expect(depth).toBe(0)
  return deepest
}

type Reader = (content: string | Uint8Array) => string | Promise<string>

const READERS: Partial<Record<ExportFormatName, Reader>> = {
  'report-markdown': (content) => markdownWords(fromMarkdown(String(content))),
  'report-html': (content) => {
    const { document } = parseHTML(String(content))
    const names = new Set([...document.body.querySelectorAll('*')].map(({ localName }) => localName))
    const known = ['h1', 'h2', 'h3', 'p', 'ul', 'li', 'blockquote', 'cite', 'strong', 'em', 'a', ...TABLE]
    for (const name of names) expect([...known, ...PICTURE]).toContain(name)
    // What is said must be said without the picture.
    for (const figure of document.querySelectorAll('figure')) figure.remove()
    for (const link of document.querySelectorAll('a')) {
      expect(document.getElementById(link.getAttribute('href')!.slice(1))).not.toBeNull()
    }
    return wordsOfHtml(document.body.innerHTML)
  },
  'report-docx': async (content) =>
    wordsOfHtml((await mammoth.convertToHtml({ buffer: Buffer.from(content as Uint8Array) })).value),
}

const REPORTS = EXPORT_FORMATS.filter(({ kind }) => kind === 'prose')

describe.each(REPORTS)('$name', ({ name }) => {
  const read: Reader = (content) => {
    const reader = READERS[name]
    if (!reader)
      throw new Error(`Nothing reads a report in the format ${name} back: add a reader to READERS.`)
    return reader(content)
  }

  it('names its project and date under the title', async () => {
    const builder = new Builder('Hedging *or* bribery?')
    builder.run('map.rename', { map: builder.map, name: 'Two readings' })
    builder.claim('A', builder.map)
    const [title, origin] = (await read(await write(name, builder.project, builder.map)))
      .split('\n')
      .filter(Boolean)
    expect(title).toBe('Two readings')
    expect(origin).toBe('From the project “Hedging *or* bribery?”, exported on 2026-01-02.')
  })

  it('has every claim and relation of a chain of any depth', async () => {
    const links = fc.array(fc.constantFrom('support', 'attack', 'undercut'), { minLength: 1, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(links, async (chain) => {
        const content = await write(name, ...deepMap(chain))
        const words = plain(await read(content))
        for (let at = 0; at <= chain.length; at++) expect(words).toContain(`wording ${at}.`)
        expect(words.match(/(?:Supported|Attacked|undercut) by/g)).toHaveLength(chain.length)
        expect(deepestIn(name, content)).toBeLessThanOrEqual(8)
      }),
      { numRuns: 15 },
    )
  })

  it('has every claim and quotation with its citation, whatever the wording', async () => {
    await fc.assert(
      fc.asyncProperty(fullMap(), async ({ project, map }) => {
        const words = plain(await read(await write(name, project, map)))
        for (const expected of expectedOf(project)) expect(words).toContain(plain(expected))
      }),
      { numRuns: name === 'report-docx' ? 6 : 20 },
    )
  })
})

it('a report as a web page runs nothing, fetches nothing and links only to itself', async () => {
  const builder = new Builder()
  builder.claim('<script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1)', builder.map)
  const fonts = ([400, 600] as const).map((weight) => ({ weight, base64: 'AAAA', range: 'U+0000-FFFF' }))
  const asked = { project: builder.project, map: builder.map, ...DEFAULT_LOOK }
  const page = String(await EXPORT_WRITERS['report-html'](asked, { ...exportEnv, fonts }))
  const { document } = parseHTML(page)
  expect(document.querySelectorAll('figure svg')).toHaveLength(1)
  expect(document.querySelectorAll('script, img, link, iframe, [onerror]')).toHaveLength(0)
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')!.getAttribute('content')
  expect(policy).toContain("default-src 'none'")
  expect(document.querySelectorAll('style')).toHaveLength(1)
  const fetched = document.querySelector('style')!.textContent.match(/url\(.{14}|@import/g)
  expect(fetched).toEqual(['url(data:font/woff', 'url(data:font/woff'])
})

it('a report as a Word document has headings that an outline shows', async () => {
  const { project, map } = richSample()
  const buffer = Buffer.from((await write('report-docx', project, map)) as Uint8Array)
  const { value, messages } = await mammoth.convertToHtml({ buffer })
  expect(messages.filter(({ type }) => type === 'error')).toEqual([])
  expect(value).toContain('<h2>Sources</h2>')
  expect(value).toMatch(/<h3>.*<strong>1<\/strong>/)
  expect(value.match(/<li id="footnote-\d+">/g)).toHaveLength(2)
})

it('a report as a Word document has its pictures in line, each with its size and its alternative text', async () => {
  const { project, map } = fortyCards()
  const files = unzipSync((await write('report-docx', project, map)) as Uint8Array)
  const document = new DOMParser().parseFromString(strFromU8(files['word/document.xml']!), 'text/xml')
  const described = [...document.getElementsByTagName('wp:docPr')].map((each) => each.getAttribute('descr'))
  const { pictures } = reportPictures({ project, map, ...DEFAULT_LOOK }, exportEnv)
  expect(described).toEqual(pictures.map(({ alt }) => alt))
  expect(described.length).toBeGreaterThan(1)
  const extents = [...document.getElementsByTagName('wp:extent')].map((each) =>
    Number(each.getAttribute('cx')),
  )
  expect(extents).toEqual(pictures.map(({ width }) => Math.round(width * 12_700)))
  const [paragraph] = [...document.getElementsByTagName('wp:inline')].map(
    (each) => each.parentNode!.parentNode!.parentNode!,
  )
  expect(String(paragraph)).toContain('w:line="240" w:lineRule="auto"')
})
