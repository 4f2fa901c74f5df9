import { highlightsMap, type Highlight } from '../highlights'
import type { IncomingFile, IncomingMap } from '../incoming'
import { LossList } from '../loss-list'
import { KINDLE_RULE } from '../signs'

/** Words for a highlight, a note and a bookmark, in the languages of the device. */
const KINDS: readonly (readonly ['highlight' | 'note' | 'bookmark', RegExp])[] = [
  ['bookmark', /bookmark|lesezeichen|signet|marcador|segnalibro|bladwijzer|закладка|书签|書籤|ブックマーク/i],
  ['note', /\bnote\b|notiz|\bnota\b|notitie|заметка|笔记|筆記|メモ/i],
  [
    'highlight',
    /highlight|markierung|surlignement|subrayado|destaque|evidenziazione|markering|выделенный|标注|標註|ハイライト/i,
  ],
]

interface Clipping {
  readonly id: string
  readonly title: string
  readonly author: string
  readonly kind: 'highlight' | 'note' | 'bookmark'
  readonly page: string
  readonly start: number
  readonly end: number
  readonly words: string
}

/** Reads the clippings of a Kindle: highlights, with the notes that stand at the same place. */
export function readKindle({ text, fileName }: Pick<IncomingFile, 'text' | 'fileName'>): IncomingMap {
  const losses = new LossList()
  const all = text.split(KINDLE_RULE).flatMap((entry, at) => clippingIn(entry, `c${at + 1}`, losses))
  const kept: Clipping[] = []
  for (const each of all) {
    if (each.kind === 'bookmark') losses.name('bookmark', each.id, 'Bookmarks, kept only in the file')
    else if (each.kind === 'highlight' && each.words === '')
      losses.name('highlight:empty', each.id, 'Highlights without words, kept only in the file')
    else kept.push(each)
  }
  const highlights = kept.filter(({ kind }) => kind === 'highlight')
  const isWidened = (one: Clipping) =>
    highlights.some(
      (other) =>
        other !== one &&
        other.title === one.title &&
        other.start <= one.end &&
        one.start <= other.end &&
        (other.words.length > one.words.length || (other.words === one.words && other.id < one.id)) &&
        other.words.startsWith(one.words),
    )
  const last = highlights.filter((one) => {
    if (!isWidened(one)) return true
    losses.name('highlight:widened', one.id, 'Highlights that were widened later: the longer one counts')
    return false
  })
  const used = new Set<string>()
  const claims = last.map((one): Highlight => {
    const notes = kept.filter(
      ({ id, kind, title, end }) =>
        kind === 'note' && title === one.title && !used.has(id) && end >= one.start && end <= one.end,
    )
    for (const { id } of notes) used.add(id)
    return highlightOf(one, notes.map(({ words }) => words).join('\n\n'))
  })
  const alone = kept
    .filter(({ id, kind }) => kind === 'note' && !used.has(id))
    .map((one) => highlightOf({ ...one, words: '' }, one.words))
  return highlightsMap('kindle', fileName.replace(/\.[^.]*$/, ''), [...claims, ...alone], losses)
}

const highlightOf = (
  { id, title, author, page, start, end, words }: Clipping,
  comment: string,
): Highlight => ({
  id,
  quotes: words === '' ? [] : [{ words }],
  comment,
  tags: [],
  notes: [page === '' ? `Location ${start === end ? start : `${start}–${end}`}` : `p. ${page}`],
  work: { title: title || 'Kindle', authors: author === '' ? [] : [author] },
})

function clippingIn(entry: string, id: string, losses: LossList): Clipping[] {
  const lines = entry.replace(/\uFEFF/g, '').split(/\r\n?|\n/)
  while (lines.length > 0 && lines[0]!.trim() === '') lines.shift()
  const [head, about, ...rest] = lines
  if (head === undefined) return []
  if (about === undefined || !/^\s*[-–]/.test(about)) {
    losses.name('entry', id, 'Entries that are no clipping')
    return []
  }
  const [, title = head.trim(), author = ''] =
    /^(.*?)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*$/.exec(head.trim()) ?? []
  const place = about.split('|')[0] ?? ''
  const numbers = /(\d+)(?:\s*[-–]\s*(\d+))?/g
  const parts = about.split('|').slice(0, 2)
  const location = parts.find((part) => /loc|posi|emplacement|位置|мест/i.test(part))
  const page = parts.find((part) => /page|seite|página|pagina|страниц|ページ|页|頁/i.test(part))
  const found = [...(location ?? place).matchAll(numbers)].at(-1)
  const start = Number(found?.[1] ?? 0)
  const end = Number(found?.[2] ?? start)
  const kind = KINDS.find(([, words]) => words.test(about.split('|')[0] ?? ''))?.[0] ?? 'highlight'
  const pageNumber =
    page === undefined || page === location
      ? ''
      : (/(?:\D)(\d[\d–-]*|[ivxlc]+)\s*$/i.exec(page.trim())?.[1] ?? '')
  return [
    {
      id,
      title,
      author,
      kind,
      page: pageNumber,
      start,
      end: Math.max(start, end),
      words: rest.join('\n').trim(),
    },
  ]
}
