import { diffArrays } from 'diff'
import { movedLinks, type Draft } from '#domain/formats/import/joined'
import type { ReportLine } from './html-page'

/** Why a block is set aside that is not in the article. */
export const ASIDE = 'web page element'

/** Limits for the text beside the article, such as menus: UTF-16 units, and blocks. More is not kept. */
const MOST = 200_000
const PIECES = 5000

/** The most blocks to search for within the article's text: the search takes time by the length of both. */
const LOOKED_FOR = 500

/** The most differences for which article and page are aligned. */
const EDITS = 4000

/**
 * The article's blocks with the rest of the page set aside between them, each part at its place. Notes that are
 * missing from the article are added to its end.
 * @param whole the blocks of the whole page
 * @returns `left`: how many blocks were dropped
 */
export function withFurniture(
  article: readonly Draft[],
  whole: readonly Draft[],
): { drafts: Draft[]; left: number } {
  const [keys, pageKeys] = [article, whole].map((drafts) => drafts.map(({ text }) => keyOf(text)))
  const isMissing = missing(keys!, pageKeys!)
  const notes = whole.filter(({ role }, at) => role === 'note' && isMissing[at])
  let [pieces, units, left] = [0, 0, 0]
  const edits = diffArrays(pageKeys!, keys!, { maxEditLength: EDITS })
  const back = belonging(whole, isMissing, atTheirPlace(edits, keys!, pageKeys!))
  const furniture = (draft: Draft, at: number): Draft[] => {
    const { role, text, links } = draft
    if (!isMissing[at] || role === 'note') return []
    if (back.has(at)) return [draft]
    if (pieces >= PIECES || units + text.length > MOST) {
      left++
      return []
    }
    pieces++
    units += text.length
    return [{ role: 'furniture', text, aside: ASIDE, ...(links && { links }) }]
  }
  let [read, seen] = [0, 0]
  const setAside = (to: number) => whole.slice(seen, to).flatMap((each, at) => furniture(each, seen + at))
  // If article and page have too little in common, everything set aside comes after the article.
  const changes = edits ?? [{ count: keys!.length, added: true, removed: false }]
  const drafts = changes.flatMap(({ count, added, removed }) => {
    const some = removed ? setAside(seen + count) : article.slice(read, (read += count))
    if (!added) seen += count
    return some
  })
  return { drafts: [...drafts, ...setAside(whole.length), ...notes], left }
}

/**
 * Which blocks of the page are blocks of the article, at the same place in both orders. The same letters elsewhere, or
 * within a longer text, do not count: "News" at the foot of a page is no block of an article about news.
 */
function atTheirPlace(
  edits: ReturnType<typeof diffArrays<string>> | undefined,
  article: readonly string[],
  page: readonly string[],
): readonly boolean[] {
  if (!edits) {
    const own = new Set(article)
    return page.map((key) => own.has(key))
  }
  return edits.flatMap(({ count, added, removed }) =>
    added ? [] : Array.from({ length: count }, () => !removed),
  )
}

/**
 * The blocks that Readability missed but that clearly belong to the article: a heading directly above its text, and a
 * list directly below text that announces it. The name of the site also stands above the first text, so there a
 * heading must have a level that other headings of the article have.
 * @param placed whether each block of the page is a block of the article too
 */
function belonging(
  whole: readonly Draft[],
  isMissing: readonly boolean[],
  placed: readonly boolean[],
): Set<number> {
  const found = new Set<number>()
  const levels = new Set<number | undefined>()
  const start = placed.indexOf(true)
  for (let at = whole.length - 1; at >= 0; at--) {
    const [draft, next] = [whole[at]!, at + 1]
    if (draft.role !== 'heading' || !isMissing[at] || next >= whole.length) continue
    if (!placed[next] && !found.has(next)) continue
    if (at < start && !levels.has(draft.level)) continue
    levels.add(draft.level)
    found.add(at)
  }
  whole.forEach(({ role }, at) => {
    const before = whole[at - 1]
    if (role !== 'list-item' || !isMissing[at] || !before) return
    const announced = before.role === 'paragraph' && placed[at - 1] && before.text.endsWith(':')
    if (announced || (before.role === 'list-item' && found.has(at - 1))) found.add(at)
  })
  return found
}

/** Which blocks of the page have text that is not in the article. */
function missing(article: readonly string[], page: readonly string[]): boolean[] {
  const kept = new Set(article)
  const all = article.join('\n')
  let looked = 0
  return page.map((key) => {
    if (kept.has(key)) return false
    return ++looked > LOOKED_FOR || !all.includes(key)
  })
}

const keyOf = (text: string) => text.replace(/\s+/g, '')

/** Whether a block was set aside because it is not in the article. */
export const isFurniture = ({ aside }: Draft): boolean => aside === ASIDE

/** The report of what was set aside. */
export function furnitureReport(drafts: readonly Draft[]): ReportLine[] {
  const pieces = drafts.filter(isFurniture)
  const words = pieces.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
  return [
    { what: 'page elements outside the article set aside', count: pieces.length },
    { what: 'words in them', count: words },
  ]
}

/** Joins adjacent blocks of furniture into one, so that a menu is a single block to skip. */
export function grouped(drafts: readonly Draft[]): Draft[] {
  const result: Draft[] = []
  for (const draft of drafts) {
    const last = result.at(-1)
    if (last && isFurniture(last) && isFurniture(draft)) {
      const links = [...(last.links ?? []), ...movedLinks(draft.links, last.text.length + 1)]
      const text = `${last.text}\n${draft.text}`
      result[result.length - 1] = { ...last, text, ...(links.length > 0 && { links }) }
    } else result.push(draft)
  }
  return result
}
