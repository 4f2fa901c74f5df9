import type { Source } from '../records/source'
import { visibleName } from '../safety/visible-name'
import { agenciesIn } from './agencies'
import { cites } from './cited-sources'
import type { SharedPassage } from './shared-passages'
import { attributionOf, samePerson } from './speakers'

/** Letters that the name of a publisher must have to be looked for. */
const TELLING = 4

/**
 * How two articles come to have the same words, as far as their texts tell, in sentences: whom both quote, that they carry
 * an agency, or that one names the other. If none of it holds, one copies without saying.
 */
export function howTheyShare(one: Source, other: Source, passages: readonly SharedPassage[]): string[] {
  const [ours, theirs] = [agenciesIn(one), agenciesIn(other)]
  const agencies = ours.filter((name) => theirs.includes(name))
  const alone = (source: Source, own: readonly string[]) => {
    const names = own.filter((name) => !agencies.includes(name))
    return names.length > 0 ? [`${titled(source)} alone carries ${names.join(' and ')}.`] : []
  }
  const said = [
    ...quotedInWords(one, other, passages),
    ...(agencies.length > 0 ? [`Both carry ${agencies.join(' and ')}.`] : []),
    ...alone(one, ours),
    ...alone(other, theirs),
    ...(namesAsSource(one, other) ? [`${titled(one)} names ${titled(other)}.`] : []),
    ...(namesAsSource(other, one) ? [`${titled(other)} names ${titled(one)}.`] : []),
  ]
  return said.length > 0 ? said : ['Neither says where the words come from.']
}

/** Whom both articles quote, and of whose words they disagree. */
function quotedInWords(one: Source, other: Source, passages: readonly SharedPassage[]): string[] {
  const quoted = passages.flatMap((each) => {
    const [here, there] = [attributionOf(one.text, each.one), attributionOf(other.text, each.other)]
    return here && there ? [{ here, there }] : []
  })
  if (quoted.length === 0) return []
  const people = quoted.map(({ here, there }) => samePerson(here, there))
  const whom = [...new Set(people.flatMap((person) => person ?? []))].join(' and ') || 'the same words'
  const where = quoted.length < passages.length ? ` in ${quoted.length} of ${passages.length} passages` : ''
  const apart = quoted.flatMap(({ here, there }, at) => {
    const [ours, theirs] = [here.speakers[0], there.speakers[0]]
    return ours && theirs && !people[at]
      ? [`${titled(one)} names ${ours} as the speaker, ${titled(other)} names ${theirs}.`]
      : []
  })
  return [`Both quote ${whom}${where}.`, ...new Set(apart)]
}

const titled = ({ title }: Source): string => `“${visibleName(title)}”`

/** Whether a text names another source: by its title, publisher or address. */
export function namesAsSource(source: Source, other: Source): boolean {
  const name = other.publisher.trim()
  const isNamed = name.length >= TELLING && name !== source.publisher.trim() && hasWord(source.text, name)
  return isNamed || cites(source, other)
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + word.length] ?? ' '}`
    if (!/[\p{L}\p{N}]/u.test(around)) return true
  }
  return false
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
