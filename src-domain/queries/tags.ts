import type { Project } from '../document/project'

/** The number of claims with each tag, ordered by tag. Cached for each table of claims. */
export function tagCounts(project: Project): ReadonlyMap<string, number> {
  const known = counts.get(project.claims)
  if (known) return known
  const found = new Map<string, number>()
  for (const { tags } of project.claims.values()) {
    for (const tag of new Set(tags)) found.set(tag, (found.get(tag) ?? 0) + 1)
  }
  const sorted = new Map([...found].sort(([a], [b]) => a.localeCompare(b) || (a < b ? -1 : 1)))
  counts.set(project.claims, sorted)
  return sorted
}

const counts = new WeakMap<object, ReadonlyMap<string, number>>()

/** What two tags have in common that look the same: capitals, accents' encodings, spaces and unseen characters aside. */
const lookOf = (tag: string): string =>
  tag
    .normalize('NFKC')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()

/** The tag of the project that looks like a typed one; else the typed one, with single spaces. */
export function knownTag(project: Project, typed: string): string {
  const tags = tagCounts(project)
  const clean = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (tags.has(clean)) return clean
  const look = lookOf(clean)
  return [...tags.keys()].find((tag) => lookOf(tag) === look) ?? clean
}

/** An earlier tag of a list that looks the same as the one at an index; undefined if there is none. */
export const twinOf = (tags: readonly string[], at: number): string | undefined =>
  tags.slice(0, at).find((tag) => lookOf(tag) === lookOf(tags[at] ?? ''))

/**
 * The tags in a text in which commas separate them.
 * @param known tags that the text was made of; one with a comma stays one
 */
export function tagsIn(text: string, known: readonly string[]): string[] {
  const whole = known.filter((tag) => tag.includes(','))
  const found: string[] = []
  let rest = text
  for (const tag of whole.toSorted((a, b) => b.length - a.length)) {
    const at = `, ${rest}, `.indexOf(`, ${tag}, `)
    if (at < 0) continue
    found.push(tag)
    rest = rest.slice(0, at) + rest.slice(at + tag.length)
  }
  return [...found, ...rest.split(',').map((tag) => tag.trim())].filter(Boolean)
}
