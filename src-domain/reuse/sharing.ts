import type { Source } from '../records/source'
import { visibleName } from '../safety/visible-name'
import { canonicalAddress } from '../versions/addresses'
import { agenciesIn } from './agencies'
import type { SharedPassage } from './shared-passages'

/** The signs of quotation in which shared words stand. */
const OPENING = '“„«‟"'
const CLOSING = '”“»"'
/** How far a quotation mark may be from the shared words. UTF-16 units. */
const NEAR = 400

/** What a title or publisher must have to tell one source from others. */
const TELLING = 4

/**
 * How two articles come to have the same words, as far as their texts tell, in sentences: that both quote them, that they
 * carry an agency, or that one names the other. If none of it holds, one copies without saying.
 */
export function howTheyShare(one: Source, other: Source, passages: readonly SharedPassage[]): string[] {
  const quoted = passages.filter(
    (each) =>
      isQuoted(one.text, each.one.start, each.one.end) &&
      isQuoted(other.text, each.other.start, each.other.end),
  ).length
  const [ours, theirs] = [agenciesIn(one.text), agenciesIn(other.text)]
  const agencies = ours.filter((name) => theirs.includes(name))
  const alone = (source: Source, own: readonly string[]) => {
    const names = own.filter((name) => !agencies.includes(name))
    return names.length > 0 ? [`${titled(source)} alone carries ${names.join(' and ')}.`] : []
  }
  const said = [
    ...(quoted > 0 && quoted === passages.length ? ['Both quote the same words.'] : []),
    ...(quoted > 0 && quoted < passages.length
      ? [`Both quote the same words in ${quoted} of ${passages.length} passages.`]
      : []),
    ...(agencies.length > 0 ? [`Both carry ${agencies.join(' and ')}.`] : []),
    ...alone(one, ours),
    ...alone(other, theirs),
    ...(namesAsSource(one, other) ? [`${titled(one)} names ${titled(other)}.`] : []),
    ...(namesAsSource(other, one) ? [`${titled(other)} names ${titled(one)}.`] : []),
  ]
  return said.length > 0 ? said : ['Neither says where the words come from.']
}

const titled = ({ title }: Source): string => `“${visibleName(title)}”`

/** Whether a text names another source: by its title, publisher or address. */
export function namesAsSource({ text, links = [], publisher: own }: Source, other: Source): boolean {
  const { title, publisher, url } = other
  if (title.trim().split(/\s+/).length >= TELLING && text.includes(title.trim())) return true
  const name = publisher.trim()
  if (name.length >= TELLING && name !== own.trim() && hasWord(text, name)) return true
  const address = url && canonicalAddress(url)
  return Boolean(address) && links.some((link) => canonicalAddress(link.address) === address)
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + word.length] ?? ' '}`
    if (!/[\p{L}\p{N}]/u.test(around)) return true
  }
  return false
}

/** Whether a span is inside quotation marks of its paragraph. */
function isQuoted(text: string, start: number, end: number): boolean {
  const before = text
    .slice(Math.max(0, start - NEAR), start)
    .split('\n')
    .at(-1)!
  const after = text.slice(end, end + NEAR).split('\n', 1)[0]!
  const opened = Math.max(...Array.from(OPENING, (sign) => before.lastIndexOf(sign)))
  const closed = Math.max(...Array.from('”»', (sign) => before.lastIndexOf(sign)))
  return opened > closed && Array.from(CLOSING).some((sign) => after.includes(sign))
}

/** The date of a source as far as it is known: `2024`, `2024-03` or `2024-03-01`; undefined if it begins otherwise. */
const dateOf = ({ published }: Source): string | undefined =>
  /^\d{4}(?:-\d{2}){0,2}/.exec(published.trim())?.[0]

/**
 * The order of sources in time in a sentence. The earliest is so among these alone: an earlier one may not be in the
 * project. Dates that do not tell which is earlier, such as 2024 and 2024-03, are not ordered.
 */
export function inTimeSentence(sources: readonly Source[]): string {
  const dated = sources.flatMap((source) => {
    const date = dateOf(source)
    return date === undefined ? [] : [{ source, date }]
  })
  const undated = sources.filter((source) => dateOf(source) === undefined)
  const isBefore = (a: string, b: string) => {
    const length = Math.min(a.length, b.length)
    return a.slice(0, length) < b.slice(0, length)
  }
  const earliest = dated.find(({ date, source }) =>
    dated.every((each) => each.source === source || isBefore(date, each.date)),
  )
  return [
    ...(dated.length > 1 && earliest
      ? [`Earliest of those here: ${titled(earliest.source)} (${earliest.date}).`]
      : dated.length > 1
        ? ['None is dated earlier than the others.']
        : []),
    ...undated.map((source) => `${titled(source)} is undated.`),
  ].join(' ')
}
