import { foreignOf } from '../document/origins'
import type { Project } from '../document/project'
import type { Origin } from '../records/origin'
import type { AnyRecord } from '../records/registry'

/** The share of claims in common from which a file of the same name counts as a newer state of another. */
const ALIKE = 0.3

/** The same for a file of another name, where both the ids and the words must agree. */
const SURELY_ALIKE = 0.5

/** Reading each takes its time. */
const MOST_CANDIDATES = 4

/**
 * The files of which another one may be a newer state: of the same format, and either of the same name or with claims of
 * the same ids. None if the same file, letter by letter, is there.
 * @param incoming a project that was made of one file of another program
 */
export function olderOrigins(here: Project, incoming: Project): readonly Origin[] {
  const [newer, ...others] = incoming.origins.values()
  if (!newer || others.length > 0) return []
  if ([...here.origins.values()].some(({ content }) => content === newer.content)) return []
  const elements = new Set([...incoming.claims.values()].flatMap((claim) => idsIn(claim, newer.id)))
  const hasSameIds = ({ id }: Origin) => {
    const own = [...here.claims.values()].flatMap((claim) => idsIn(claim, id))
    const common = own.filter((each) => elements.has(each)).length
    return common > 0 && common / Math.min(own.length, elements.size) >= SURELY_ALIKE
  }
  const latest = [...here.origins.values()].sort((a, b) => b.added.localeCompare(a.added))
  const known = latest.filter(({ format }) => kindOf(format) === kindOf(newer.format))
  const named = known.filter((each) => isSameName(each, newer))
  return [...named, ...known.filter((each) => !named.includes(each) && hasSameIds(each))].slice(
    0,
    MOST_CANDIDATES,
  )
}

/** Whether one file, as a reader makes a project of it, is a newer state of another. */
export function isNewerState(earlier: Project, later: Project): boolean {
  const [was] = earlier.origins.values()
  const [is] = later.origins.values()
  if (!was || !is) return false
  const [before, now] = [claimsOf(earlier, was.id), claimsOf(later, is.id)]
  const isNamed = isSameName(was, is)
  const sign = ({ id, text }: { id: string; text: string }) => (isNamed ? text : `${id} ${text}`)
  const there = new Set(now.map(sign))
  const common = before.filter((each) => there.has(sign(each))).length
  const share = common / Math.max(1, Math.min(before.length, now.length))
  return common > 0 && share >= (isNamed ? ALIKE : SURELY_ALIKE)
}

const kindOf = (format: string): string => format.split('/')[0] ?? format

const isSameName = (one: Origin, other: Origin): boolean =>
  plainName(one.fileName) === plainName(other.fileName)

/** A file's name without its ending, and without the numbers and dates that tell copies apart. */
const plainName = (name: string): string =>
  name
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[\d\s()[\]_.-]+|\bcopy\b/g, '')

const idsIn = (record: AnyRecord, origin: string): string[] =>
  foreignOf(record).flatMap((each) => (each.origin === origin ? [each.id] : []))

const claimsOf = ({ claims }: Project, origin: string): { id: string; text: string }[] =>
  [...claims.values()].flatMap((claim) =>
    idsIn(claim, origin)
      .slice(0, 1)
      .map((id) => ({ id, text: claim.text.trim() })),
  )
