import type { Correspondences } from '../correspondence'
import type { Code } from './codes'

/**
 * The codes whose tag was renamed on every claim, with their new names.
 * @param codes what the codes said when the file came, by GUID
 * @param paths the names from the top to each code, by GUID
 */
export function renamedCodes(
  records: Correspondences,
  codes: ReadonlyMap<string, Code>,
  paths: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, string> {
  const tags = renamedTags(records)
  const byPath = new Map([...paths].map(([guid, path]) => [key(path), guid]))
  const names = new Map<string, string>()
  for (const code of codes.values()) {
    const path = paths.get(code.id)
    const tag = code.tag === undefined ? undefined : tags.get(code.tag)
    if (!path || tag === undefined) continue
    const changed = changedName(path, tag)
    const guid = changed && byPath.get(key(path.slice(0, changed.at + 1)))
    if (changed && guid !== undefined && !names.has(guid)) names.set(guid, changed.name)
  }
  const used = new Set([...records.then.claims.values()].flatMap((claim) => claim.tags))
  // A code that others are below is renamed only if their tags say so too.
  const fits = ([guid, name]: [string, string]) => {
    const above = paths.get(guid)!
    return [...codes.values()].every(({ id, tag }) => {
      const path = paths.get(id) ?? []
      if (tag === undefined || !used.has(tag) || key(path.slice(0, above.length)) !== key(above)) return true
      return tags.get(tag) === path.with(above.length - 1, name).join(' / ')
    })
  }
  return new Map([...names].filter(fits))
}

const key = (path: readonly string[]): string => JSON.stringify(path)

/** The one name of a path that another tag has elsewise; the deepest that fits. */
function changedName(path: readonly string[], tag: string): { at: number; name: string } | undefined {
  for (let at = path.length - 1; at >= 0; at--) {
    const before = path
      .slice(0, at)
      .map((name) => `${name} / `)
      .join('')
    const after = path
      .slice(at + 1)
      .map((name) => ` / ${name}`)
      .join('')
    const name = tag.slice(before.length, tag.length - after.length)
    if (tag.startsWith(before) && tag.endsWith(after) && name !== '' && `${before}${name}${after}` === tag)
      return { at, name }
  }
  return undefined
}

/** The tags that were renamed, with their new names: no claim has the old one, and all that had it have the new one. */
function renamedTags(records: Correspondences): ReadonlyMap<string, string> {
  const before = new Set([...records.then.claims.values()].flatMap(({ tags }) => tags))
  const left = new Set([...records.now.claims.values()].flatMap(({ tags }) => tags))
  const candidates = new Map<string, readonly string[]>()
  for (const { then, now } of records.of('claims')) {
    const added = now?.tags.filter((tag) => !before.has(tag))
    for (const tag of now ? then.tags : []) {
      if (left.has(tag)) continue
      candidates.set(
        tag,
        (candidates.get(tag) ?? added!).filter((each) => added!.includes(each)),
      )
    }
  }
  return new Map([...candidates].flatMap(([tag, [to]]) => (to === undefined ? [] : [[tag, to] as const])))
}
