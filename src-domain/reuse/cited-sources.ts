import type { Table } from '../document/project'
import type { Source } from '../records/source'
import { foldForSearch } from '../text/clean/search-fold'
import { canonicalAddress } from '../versions/addresses'

/** Words that a title must have to tell one article from others. */
const TELLING = 4

/** An address in the text itself. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”«»]+/giu

/** The articles of a project by what others name them by. */
interface Names {
  readonly byAddress: ReadonlyMap<string, string>
  /** Each title, folded, with its article. */
  readonly titles: readonly (readonly [string, string])[]
}

const known = new WeakMap<Table<Source>, Names>()

/** The other articles of a project that the text of an article names by address or title. */
export function citedSources(source: Source, sources: Table<Source>): Source[] {
  const { byAddress, titles } = namesOf(sources)
  const cited = new Set(addressesIn(source).flatMap((address) => byAddress.get(address) ?? []))
  const [text, own] = [spaced(source.text), titleOf(source)]
  // Copies have the same headline.
  for (const [title, id] of titles) if (title !== own && !cited.has(id) && text.includes(title)) cited.add(id)
  cited.delete(source.id)
  return [...cited].flatMap((id) => sources.get(id) ?? [])
}

/** Whether the text of one article names another by address or title. */
export function cites(source: Source, other: Source): boolean {
  const title = titleOf(other)
  if (title !== undefined && title !== titleOf(source) && spaced(source.text).includes(title)) return true
  const address = addressOf(other)
  return address !== '' && addressesIn(source).includes(address)
}

function namesOf(sources: Table<Source>): Names {
  const before = known.get(sources)
  if (before) return before
  const byAddress = new Map<string, string>()
  const titles: [string, string][] = []
  for (const source of sources.values()) {
    const [address, title] = [addressOf(source), titleOf(source)]
    if (address) byAddress.set(address, source.id)
    if (title) titles.push([title, source.id])
  }
  const names = { byAddress, titles }
  known.set(sources, names)
  return names
}

const addressOf = ({ url }: Source): string => canonicalAddress(url)

/** The title as it is looked for in texts; undefined if it is too short to tell one article from others. */
function titleOf({ title }: Source): string | undefined {
  const folded = spaced(title)
  return folded.trim().split(' ').length >= TELLING ? folded : undefined
}

function addressesIn({ text, links = [] }: Source): string[] {
  const printed = Array.from(text.matchAll(ADDRESS), ([address]) => address.replace(/[.,;:!?)\]}'’]+$/u, ''))
  return [...links.map(({ address }) => address), ...printed]
    .map((address) => canonicalAddress(/^www\./i.test(address) ? `https://${address}` : address))
    .filter(Boolean)
}

/** The words of a text in the form of every search, with a space around each, so that a title is found as whole words. */
const spaced = (text: string): string =>
  ` ${foldForSearch(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
