import { prose } from './article-parts'
import { chance } from '../texts'
import type { KnownPage } from './known-page'

/** A date as a page of a language writes it, and as it must be read. */
type Case = readonly [language: string, written: string, read: string]

const CASES: readonly Case[] = [
  ['en-GB', '04/03/2026', '2026-03-04'],
  ['en-US', '04/03/2026', '2026-04-03'],
  ['en', '04/03/2026', '04/03/2026'],
  ['', '04/03/2026', '04/03/2026'],
  ['en', '13/04/2026', '2026-04-13'],
  ['en', '04/13/2026', '2026-04-13'],
  ['de', '04.03.2026', '2026-03-04'],
  ['', '13.04.2026', '2026-04-13'],
  ['fr', '04/03/2026', '2026-03-04'],
  ['nl', '4-3-2026', '2026-03-04'],
  ['de', '4. März 2026', '2026-03-04'],
  ['fr', '1er mars 2026', '2026-03-01'],
  ['es', '4 de marzo de 2026', '2026-03-04'],
  ['it', '4 marzo 2026', '2026-03-04'],
  ['pt', '4 de março de 2026', '2026-03-04'],
  ['ru', '4 марта 2026', '2026-03-04'],
  ['ru', '4 марта 2026 г.', '2026-03-04'],
  ['pl', '4 marca 2026', '2026-03-04'],
  ['cs', '4. března 2026', '2026-03-04'],
  ['el', '4 Μαρτίου 2026', '2026-03-04'],
  ['tr', '4 Mart 2026', '2026-03-04'],
  ['sv', '4 mars 2026', '2026-03-04'],
  ['hu', '2026. március 4.', '2026-03-04'],
  ['ja', '2026年3月4日', '2026-03-04'],
  ['zh', '2026年3月4日', '2026-03-04'],
  ['ko', '2026년 3월 4일', '2026-03-04'],
  ['en', 'March 4, 2026', '2026-03-04'],
  ['en', '4 March 2026', '2026-03-04'],
  ['en', 'Mar. 4, 2026', '2026-03-04'],
  ['en', 'Sept. 4, 2026', '2026-09-04'],
  ['en', 'Wednesday, March 4, 2026 at 10:30 AM', '2026-03-04'],
  ['en', 'March 2026', '2026-03'],
  ['en', '2026', '2026'],
  ['en', 'Spring 2026', 'Spring 2026'],
  ['en', 'March–April 2026', 'March–April 2026'],
  ['en', '4–6 March 2026', '4–6 March 2026'],
  ['en', '2019-2021', '2019-2021'],
  ['en', 'Q3 2026', 'Q3 2026'],
  ['en', '2026-03-04T10:00:00Z', '2026-03-04'],
  ['en', '2026-03-04 23:30:00 +0200', '2026-03-04'],
  ['en', 'Wed, 04 Mar 2026 10:00:00 GMT', '2026-03-04'],
  ['en', '20260304', '2026-03-04'],
  ['en', '2026/03/04', '2026-03-04'],
  ['en', '31/02/2026', '31/02/2026'],
  ['en', '2026-13-04', '2026-13-04'],
  ['en', 'yesterday', 'yesterday'],
]

const MARKUP: readonly ((written: string) => { head?: string; body?: string })[] = [
  (written) => ({ head: `<meta name="citation_publication_date" content="${written}">` }),
  (written) => ({ head: `<meta property="article:published_time" content="${written}">` }),
  (written) => ({
    head: `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', datePublished: written })}</script>`,
  }),
  (written) => ({ body: `<span itemprop="datePublished">${written}</span>` }),
]

/** Pages with each date in each of the places where pages write one. */
export function datedPages(): KnownPage[] {
  return CASES.flatMap(([language, written, published], at) => {
    const draw = chance(at + 900)
    const text = Array.from({ length: 6 }, () => `<p>${prose(draw)} ${prose(draw)}</p>`).join('')
    return MARKUP.map((markup, which): KnownPage => {
      const { head = '', body = '' } = markup(written)
      const page = `<!DOCTYPE html><html${language && ` lang="${language}"`}><head><meta charset="utf-8"><title>A page</title>${head}</head><body><article><h1>A page</h1>${body}${text}</article></body></html>`
      return { name: `date-${at + 1}-${which + 1}.html`, bytes: new TextEncoder().encode(page), published }
    })
  })
}
