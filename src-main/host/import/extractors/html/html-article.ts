import { Readability } from '@mozilla/readability'
import { UnreadableError } from '#domain/formats/import/format'
import type { Draft } from '#domain/formats/import/joined'
import { blocksOf, type HtmlBlocks } from './html-blocks'
import { oneLine, type PageElement } from './html-dom'
import { withFurniture } from './html-furniture'
import { withoutLeftovers } from './html-leftovers'
import { pageOf, type Page, type ReportLine } from './html-page'

type ReadabilityDocument = ConstructorParameters<typeof Readability>[0]

/** The most elements of a page. Each takes more memory in the tree of the page than a hundred characters of text. */
const ELEMENTS = 70_000
/** With tags that are nested deeper than this, finding the article would take minutes: the whole page is read instead. */
const BURDEN = 200_000

/** Fewer characters than this are not an article but a message: "Loading…", "Switch on JavaScript". */
const ARTICLE = 140

/** The blocks of a page's article, and how it was found. */
export interface PageArticle {
  readonly page: Page
  readonly drafts: readonly Draft[]
  readonly report: readonly ReportLine[]
}

/** The article of a page as Readability finds it; the whole text of the page if it finds none. */
export function articleIn(source: string, base: (page: Page) => string): PageArticle {
  const found = read(source, base, false)
  if (lengthOf(found.drafts) >= ARTICLE || !/<noscript/i.test(source)) return found
  const without = read(source, base, true)
  return lengthOf(without.drafts) > lengthOf(found.drafts) ? without : found
}

const lengthOf = (drafts: readonly Draft[]) =>
  drafts.reduce((sum, { text, aside }) => sum + (aside ? 0 : text.length), 0)

function refuseMany(elements: number): void {
  if (elements <= ELEMENTS) return
  const [has, limit] = [elements, ELEMENTS].map((each) => Math.round(each / 1000))
  throw new UnreadableError(
    `The page has ${has} thousand elements, such as paragraphs and links, more than the limit of ${limit} thousand. Save it in parts or as text.`,
  )
}

function read(source: string, baseOf: (page: Page) => string, withNoscript: boolean): PageArticle {
  const page = pageOf(source, withNoscript, [], refuseMany)
  const base = baseOf(page)
  const whole = blocksOf(page.document.body, base)
  const article = readable(page, base)
  const used = article ?? whole
  const { drafts, left } = article
    ? withFurniture(article.drafts, whole.drafts)
    : { drafts: whole.drafts, left: 0 }
  return {
    page,
    drafts: withoutLeftovers(drafts, page.document.documentElement.getAttribute('lang') ?? ''),
    report: [
      { what: 'page elements left out because there are too many', count: left },
      ...page.report,
      { what: 'tables turned into text', count: used.tables },
      { what: 'formulas turned into words', count: used.formulas },
      { what: 'pages read as a whole, because no article was found in them', count: article ? 0 : 1 },
    ],
  }
}

/** Runs Readability, which changes the page: read everything else from the page before. */
function readable(page: Page, base: string): HtmlBlocks | undefined {
  if (page.burden > BURDEN) return undefined
  // Resolve addresses against the page's own address. Its `base` element cannot be trusted with that.
  for (const element of page.document.querySelectorAll('base')) element.remove()
  for (const element of nextArticles(page)) element.remove()
  try {
    const found = new Readability<PageElement>(page.document as unknown as ReadabilityDocument, {
      keepClasses: true,
      disableJSONLD: true,
      serializer: (node) => node as unknown as PageElement,
    }).parse()
    if (!found?.content) return undefined
    const blocks = blocksOf(found.content, base)
    return blocks.drafts.length > 0 ? blocks : undefined
  } catch {
    // Readability throws for pages that are too large or malformed. The whole page is read then, and the report says
    // so.
    return undefined
  }
}

/**
 * The articles that a page goes on with below its own, as readers scroll: each has a first-level heading, and the title of
 * the window names the first.
 */
function nextArticles({ document }: Page): PageElement[] {
  const articles = [...document.querySelectorAll('article')].flatMap((article) => {
    const heading = oneLine(article.querySelector('h1')?.textContent)
    return heading === '' ? [] : [{ article, heading }]
  })
  const [first, ...rest] = articles
  const window = oneLine(document.querySelector('title')?.textContent)
  if (!first || !window.includes(first.heading)) return []
  return rest
    .filter(({ heading, article }) => heading !== first.heading && !isWithin(article, first.article))
    .map(({ article }) => article)
}

function isWithin(inner: PageElement, outer: PageElement): boolean {
  for (let node = inner.parentNode; node; node = node.parentNode) if (node === outer) return true
  return false
}
