import { findUnsafeJson } from '#domain/safety/unsafe-json'
import { decodedEntities } from './html-entities'
import { oneLine, type PageDocument } from './html-dom'

type Fields = Readonly<Record<string, unknown>>

const ARTICLE = /Article|Posting|Report|Book|Chapter|Thesis|CreativeWork|WebPage|Review|Analysis/
const PAGE = /^(?:WebPage|CreativeWork|ItemPage)$/

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const typesOf = (fields: Fields): string[] => textsOf(fields['@type'])

/** The fields of the page's JSON-LD: of the first article in it, else of the page. */
export function jsonLdOf(document: PageDocument): Fields {
  const records = [...document.querySelectorAll('script[type$="ld+json"]')].flatMap((script) =>
    recordsIn(script.textContent ?? ''),
  )
  const articles = records.filter((record) => typesOf(record).some((type) => ARTICLE.test(type)))
  return articles.find((record) => !typesOf(record).every((type) => PAGE.test(type))) ?? articles[0] ?? {}
}

function recordsIn(json: string): Fields[] {
  let value: unknown
  try {
    value = JSON.parse(json.replace(/^\s*(?:<!--|<!\[CDATA\[|\/\/.*)/, '').replace(/(?:-->|\]\]>)\s*$/, ''))
  } catch {
    return []
  }
  if (findUnsafeJson(value)) return []
  return [value].flat().flatMap((each) => {
    if (!isFields(each)) return []
    const graph = Array.isArray(each['@graph']) ? each['@graph'].filter(isFields) : []
    return [...graph, each]
  })
}

/** The texts in a value: a text, an object with a name or an address, or a list of these. */
export const textsOf = (value: unknown): string[] =>
  [value].flat().flatMap((each) => {
    if (typeof each === 'string') return oneLine(each) ? [oneLine(decodedEntities(each))] : []
    if (!isFields(each)) return []
    return textsOf(each['name'] ?? each['value'] ?? each['@id'] ?? each['url'])
  })
