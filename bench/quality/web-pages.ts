import { chance } from '../texts'
import { generatedArticle, prose, type GeneratedArticle } from './article-parts'
import type { KnownPage } from './known-page'

/** How a site writes a page around an article. */
type Site = (article: GeneratedArticle, html: readonly string[], draw: () => number) => string

const links = (draw: () => number, count: number) =>
  Array.from({ length: count }, (_, at) => {
    const words = prose(draw).split(' ').slice(0, 6).join(' ').replace(/[,.]$/, '')
    return `<li><a href="/story/${at}">${words}</a></li>`
  }).join('')
const teasers = (draw: () => number, count: number) =>
  Array.from({ length: count }, (_, at) => {
    const words = prose(draw).split(' ').slice(0, 7).join(' ').replace(/[,.]$/, '')
    return `<div class="teaser"><img src="${at}.jpg"><h3><a href="/t/${at}">${words}</a></h3><p>${prose(draw)}</p></div>`
  }).join('')
const menu =
  '<ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/more">More</a></li></ul>'
const share =
  '<div class="share"><a href="https://example.com/f">Share on Facebook</a> <a href="https://example.com/t">Tweet</a></div>'
const cookies =
  '<div id="cookie-banner"><p>We use cookies to give you the best experience. <button>Accept</button></p></div>'
const comments = (draw: () => number) =>
  `<section id="comments"><h3>3 Comments</h3>${[1, 2, 3]
    .map((at) => `<div class="comment"><b>Reader ${at}</b><p>${prose(draw)}</p></div>`)
    .join('')}</section>`
const paged = (title: string, body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title} | The Daily Page</title>${head}</head><body>${body}</body></html>`

const SITES: readonly Site[] = [
  // A newspaper: header, article, aside, footer.
  ({ title }, html, draw) =>
    paged(
      title,
      `<header><nav>${menu}</nav></header><main><article><h1>${title}</h1><p class="byline">By <a rel="author" href="/a">Ada Writer</a></p>
      <time datetime="2019-08-06">6 August 2019</time>${share}${html.join('\n')}</article>
      <aside class="related"><h2>More News</h2>${teasers(draw, 4)}</aside></main><footer>${menu}<p>© 2019 The Daily Page</p></footer>`,
    ),
  // A weblog: divs, comments below.
  ({ title }, html, draw) =>
    paged(
      title,
      `<div id="header">${menu}</div><div id="content"><div class="post"><h2 class="entry-title"><a href="/p">${title}</a></h2>
      <div class="entry-content">${html.join('\n')}</div><p class="tags">Tags: <a href="/x">one</a>, <a href="/y">two</a></p></div>
      ${comments(draw)}</div><div id="sidebar"><h3>Recent Posts</h3><ul>${links(draw, 10)}</ul></div>`,
    ),
  // A page of scripts, with boxes between the paragraphs.
  ({ title }, html, draw) => {
    const box = `<div class="newsletter-box"><p>Sign up for our newsletter</p><form><input><button>Sign up</button></form></div>`
    const related = `<div class="related-links"><h4>Related stories</h4><ul>${links(draw, 3)}</ul></div>`
    const body = html.flatMap((part, at) => (at === 3 ? [part, box] : at === 6 ? [part, related] : [part]))
    return paged(
      title,
      `${cookies}<div id="app"><div class="x1"><div class="x2"><h1>${title}</h1><div class="x3">${body.join('\n')}</div></div></div></div>`,
    )
  },
  // A gallery: a figure between any two paragraphs.
  ({ title }, html) =>
    paged(
      title,
      `<nav>${menu}</nav><article><h1>${title}</h1>${html
        .map((part, at) => (at % 3 === 1 ? `${part}<figure><img src="${at}.jpg" alt=""></figure>` : part))
        .join(
          '\n',
        )}</article><div class="gallery">${Array.from({ length: 12 }, (_, at) => `<a href="/g/${at}"><img src="g${at}.jpg"></a>`).join('')}</div>`,
    ),
  // A page of tables, as they were made in 1999.
  ({ title }, html, draw) =>
    paged(
      title,
      `<table width="100%"><tr><td colspan="2"><b>The Daily Page</b></td></tr><tr><td width="150"><ul>${links(draw, 12)}</ul></td>
      <td><h1>${title}</h1>${html.join('\n')}<p><a href="/">Back</a></p></td></tr></table>`,
    ),
  // A magazine in sections.
  ({ title }, html, draw) => {
    const middle = Math.ceil(html.length / 2)
    return paged(
      title,
      `<div class="page"><div class="top">${menu}</div><div class="story"><h1>${title}</h1><section>${html.slice(0, middle).join('\n')}</section>
      <div class="ad"><p>Advertisement</p></div><section>${html.slice(middle).join('\n')}</section></div>
      <div class="recommended"><h2>You may also like</h2>${teasers(draw, 6)}</div></div>`,
    )
  },
  // A page whose paragraphs are divs.
  ({ title }, html, draw) =>
    paged(
      title,
      `<div class="nav">${menu}</div><div class="article-body" itemprop="articleBody"><h1>${title}</h1>${html
        .map((part) => part.replace(/<(\/?)p>/g, '<$1div>'))
        .join('\n')}</div><div class="most-read"><ol>${links(draw, 8)}</ol></div>`,
    ),
  // An agency: the line of place and date, prompts between, boxes at the end.
  ({ title }, html, draw) =>
    paged(
      title,
      `<div class="masthead"><a href="/">The Daily Page</a></div><div role="main"><h1>${title}</h1><div class="meta"><span>Updated 3 hours ago</span></div>
      <div class="text">${html.slice(0, 4).join('\n')}<p><a href="/other"><strong>READ MORE: ${prose(draw).slice(0, 50)}</strong></a></p>${html
        .slice(4)
        .join('\n')}<p>Follow us on Twitter</p></div></div><div class="bottom">${teasers(draw, 3)}</div>`,
    ),
]

/** Pages of eight kinds of sites, with a generated article in each. The same each time. */
export function webPages(count = 160): KnownPage[] {
  return Array.from({ length: count }, (_, at) => {
    const article = generatedArticle(at + 1)
    const { parts, raised, struck } = article
    const site = SITES[at % SITES.length]!
    const page = site(
      article,
      parts.map(({ html }) => html),
      chance(at + 5000),
    )
    return {
      name: `page-${at + 1}.html`,
      bytes: new TextEncoder().encode(page),
      text: parts.map(({ text }) => text).join('\n'),
      raised,
      struck,
    }
  })
}
