import { diffArrays } from 'diff'
import type { Draft } from '#domain/formats/import/joined'
import type { ReportLine } from './html-page'

const ASIDE = 'page furniture'

/** More than this of a page's furniture is not kept. UTF-16 units, and pieces. */
const MOST = 200_000
const PIECES = 5000

/** So many pieces are looked for inside the article's words; it takes time by the length of both. */
const LOOKED_FOR = 500

/** Two readings of a page that differ in more places than this are not put side by side. */
const EDITS = 4000

/**
 * The article's blocks, and between them, set aside, what the page has besides, each at its place. Notes that were not
 * taken for a part of the article are one: they stand at its end.
 * @param whole the blocks of the whole page
 * @returns `left`: how many pieces there were too many
 */
export function withFurniture(
  article: readonly Draft[],
  whole: readonly Draft[],
): { drafts: Draft[]; left: number } {
  const [keys, pageKeys] = [article, whole].map((drafts) => drafts.map(({ text }) => keyOf(text)))
  const isMissing = missing(keys!, pageKeys!)
  const notes = whole.filter(({ role }, at) => role === 'note' && isMissing[at])
  let [pieces, units, left] = [0, 0, 0]
  const back = belonging(whole, isMissing)
  const furniture = (draft: Draft, at: number): Draft[] => {
    const { role, text } = draft
    if (!isMissing[at] || role === 'note') return []
    if (back.has(at)) return [draft]
    if (pieces >= PIECES || units + text.length > MOST) {
      left++
      return []
    }
    pieces++
    units += text.length
    return [{ role: 'furniture', text, aside: ASIDE }]
  }
  const edits = diffArrays(pageKeys!, keys!, { maxEditLength: EDITS })
  const drafts: Draft[] = []
  let [read, seen] = [0, 0]
  // Where they have too little in common, what is set aside comes after the article.
  for (const { count, added, removed } of edits ?? [{ count: keys!.length, added: true, removed: false }]) {
    if (removed)
      drafts.push(...whole.slice(seen, seen + count).flatMap((each, at) => furniture(each, seen + at)))
    else drafts.push(...article.slice(read, (read += count)))
    if (!added) seen += count
  }
  drafts.push(...whole.slice(seen).flatMap((each, at) => furniture(each, seen + at)))
  return { drafts: [...drafts, ...notes], left }
}

/**
 * What was not taken for a part of the article, and plainly is one: a heading right over its words, and a list right
 * under words of it that announce one. Over the first words stands the name of the site too, so that a heading there has
 * to be of a level that others of the article have.
 */
function belonging(whole: readonly Draft[], isMissing: readonly boolean[]): Set<number> {
  const found = new Set<number>()
  const levels = new Set<number | undefined>()
  const start = isMissing.indexOf(false)
  for (let at = whole.length - 1; at >= 0; at--) {
    const [draft, next] = [whole[at]!, at + 1]
    if (draft.role !== 'heading' || !isMissing[at] || next >= whole.length) continue
    if (isMissing[next] && !found.has(next)) continue
    if (at < start && !levels.has(draft.level)) continue
    levels.add(draft.level)
    found.add(at)
  }
  whole.forEach(({ role }, at) => {
    const before = whole[at - 1]
    if (role !== 'list-item' || !isMissing[at] || !before) return
    const announced = before.role === 'paragraph' && !isMissing[at - 1] && before.text.endsWith(':')
    if (announced || (before.role === 'list-item' && found.has(at - 1))) found.add(at)
  })
  return found
}

/** Which blocks of the page have words that the article does not have. */
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

export const isFurniture = ({ aside }: Draft): boolean => aside === ASIDE

/** What a report says of what was set aside. */
export function furnitureReport(drafts: readonly Draft[]): ReportLine[] {
  const pieces = drafts.filter(isFurniture)
  const words = pieces.reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0)
  return [
    { what: 'pieces of page furniture set aside', count: pieces.length },
    { what: 'words in them', count: words },
  ]
}

/** Pieces of furniture that follow one another are one block: a menu is not forty things to be passed over. */
export function grouped(drafts: readonly Draft[]): Draft[] {
  const result: Draft[] = []
  for (const draft of drafts) {
    const last = result.at(-1)
    if (last && isFurniture(last) && isFurniture(draft)) {
      result[result.length - 1] = { ...last, text: `${last.text}\n${draft.text}` }
    } else result.push(draft)
  }
  return result
}
