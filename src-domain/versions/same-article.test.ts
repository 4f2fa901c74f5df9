import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Article } from '../records/article'
import type { Project } from '../document/project'
import type { Source } from '../records/source'
import { article, Builder } from '../testing/build'
import { fingerprint, overlap, overlapOf, shingles } from './fingerprint'
import { sameArticle, sameWork } from './same-article'

/** Paragraphs of words that depend only on the seed. */
function paragraphs(seed: number, count = 20, length = 30): string[] {
  let state = seed * 2654435761
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 12
  return Array.from({ length: count }, () =>
    Array.from({ length }, () => `word${next() % 2000}`)
      .join(' ')
      .concat('.'),
  )
}

const project = (...articles: Article[]): Project => {
  const builder = new Builder()
  for (const each of articles) builder.run('source.add', { article: each })
  return builder.project
}

const body = paragraphs(1)
const known: Article = {
  ...article('How the purchase came about', ...body),
  url: 'https://www.example.org/purchase?utm_source=mail',
  doi: '10.1000/ABC',
}
const one = project(known, article('Something else altogether, at length', ...paragraphs(2)))
const other = article('Untitled', ...paragraphs(3))
const by = (given: Article) => sameArticle(one, given).map((each) => each.by)

test.each<[string, Article, string[]]>([
  ['the same text', { ...known, url: '', doi: '', title: 'Another' }, ['text']],
  ['the same address', { ...other, url: 'http://example.org/purchase/#top' }, ['address']],
  ['the same DOI', { ...other, doi: 'https://doi.org/10.1000/abc' }, ['doi']],
  ['the same title on a site', { ...other, title: 'How the Purchase Came About | The Example' }, ['title']],
  ['nothing the same', other, []],
  ['a front page', { ...other, url: 'https://www.example.org/' }, []],
])('an article is known by %s', (_case, given, expected) => {
  expect(by(given)).toEqual(expected)
})

test('a short title does not identify an article', () => {
  const both = project({ ...known, title: 'Press release' })
  expect(sameArticle(both, { ...other, title: 'Press release' })).toEqual([])
})

test('a short title identifies the work of an author if one of both is made of quotes', () => {
  const emma = { ...known, title: 'Emma', authors: ['Jane Austen'], url: '', doi: '' }
  const quotes = { ...other, title: 'Emma', authors: ['Austen, Jane'], kind: 'quotes' }
  const [id] = project(emma).sources.keys()
  expect(sameWork(project(emma), quotes)).toEqual([id])
  expect(sameArticle(project(quotes), emma)).toMatchObject([{ by: 'title' }])
  expect(sameWork(project(emma), { ...quotes, authors: ['Emma Tennant'] })).toEqual([])
  expect(sameArticle(project(emma), { ...quotes, kind: '' })).toEqual([])
})

test('every source is listed once, the identical text first', () => {
  const builder = new Builder()
  const twin = { ...other, doi: known.doi }
  const [a, b] = [twin, known].map((each) => builder.run('source.add', { article: each }))
  expect(sameArticle(builder.project, known)).toEqual([
    { source: b, by: 'text' },
    { source: a, by: 'doi' },
  ])
})

test('of several candidates, the closest text comes first', () => {
  const builder = new Builder()
  const named = { ...other, doi: known.doi }
  const far = article('Untitled', ...body.slice(0, 17))
  const near = article('Untitled', ...body.with(4, paragraphs(9, 1)[0]!))
  const [first, second, third] = [named, far, near].map((each) =>
    builder.run('source.add', { article: each }),
  )
  expect(sameArticle(builder.project, known)).toEqual([
    { source: third, by: 'text' },
    { source: second, by: 'text' },
    { source: first, by: 'doi' },
  ])
})

test.each<[string, string[]]>([
  ['a corrected paragraph', body.with(4, paragraphs(9, 1)[0]!)],
  ['a new paragraph', [...body, ...paragraphs(9, 1)]],
  ['its end cut off', body.slice(0, 15)],
  ['a word changed here and there', body.map((text, at) => (at % 3 ? text : text.replace(/word\d+/, 'new')))],
  ['other capitals and marks', body.map((text) => text.toUpperCase().replaceAll('.', '!'))],
])('a text is known again with %s', (_case, changed) => {
  expect(by(article('Untitled', ...changed))).toEqual(['text'])
})

test.each<[string, string[]]>([
  ['half of it replaced', [...body.slice(0, 10), ...paragraphs(9, 10)]],
  ['a quarter of it as a summary', body.slice(0, 5)],
  ['every third word another', body.map((text) => text.replace(/(word\d+ word\d+ )word\d+/g, '$1other'))],
])('a text is another with %s', (_case, changed) => {
  expect(by(article('Untitled', ...changed))).toEqual([])
})

test('text that is set aside is not compared', () => {
  const furniture = paragraphs(8, 30)
  const given = article('Untitled', ...body, ...furniture)
  const blocks = given.blocks.map((block, at) =>
    at < body.length ? block : { ...block, aside: 'furniture' },
  )
  expect(by({ ...given, blocks })).toEqual(['text'])
  expect(by(given)).toEqual([])
})

test('a sample estimates the full overlap', () => {
  const words = fc.array(fc.nat({ max: 300 }).map(String), { minLength: 2000, maxLength: 3000 })
  fc.assert(
    fc.property(words, fc.nat({ max: 1999 }), (all, cut) => {
      const [a, b] = [all.join(' '), [...all.slice(cut), ...all.slice(0, cut).reverse()].join(' ')]
      const [left, right] = [a, b].map((text) => ({ text, blocks: [] }))
      const exact = overlapOf(shingles(left!), shingles(right!))
      expect(Math.abs(overlap(fingerprint(left!), fingerprint(right!)) - exact)).toBeLessThan(0.15)
    }),
    { numRuns: 30 },
  )
})

test('a thousand articles of a thousand words are compared, and the results are cached', () => {
  let asked = 0
  const counted = (source: Source): Source => ({
    ...source,
    get blocks() {
      asked++
      return source.blocks
    },
  })
  const sources = Array.from({ length: 1000 }, (_, at) => article(`Nr ${at}`, ...paragraphs(at, 30)))
  const made = project(...sources)
  const many = {
    ...made,
    sources: new Map([...made.sources].map(([id, source]) => [id, counted(source)])),
  }
  const given = article('Untitled', ...paragraphs(500, 29))
  expect(sameArticle(many, given)).toHaveLength(1)
  expect(asked).toBeGreaterThanOrEqual(1000)
  asked = 0
  expect(sameArticle(many, given)).toHaveLength(1)
  expect(asked).toBeLessThan(10)
})
