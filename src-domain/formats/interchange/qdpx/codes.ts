import { FIRST_CATEGORIES } from '../../../records/category'
import type { XmlElement } from '../xml-in'
import { attributeOf } from '../xml-in'
import { isOfCategories } from './own-project'
import { childOf, childrenOf, guidOf, wordsIn } from './refi-project'

/** What a code says of a claim: a tag, or a category if the top code has the name of one. */
export interface Code {
  readonly id: string
  readonly category: string | undefined
  readonly tag: string | undefined
  readonly definition: string
  readonly colour: string
}

const TAG_LIMIT = 100

/** The codes of a codebook by id. The tag of a code has the names from the top. */
export function codesIn(root: XmlElement): ReadonlyMap<string, Code> {
  const codes = new Map<string, Code>()
  const sets = childrenOf(childOf(root, 'Sets'), 'Set').filter((set) => isOfCategories(root, set))
  const categories = new Set(
    sets.flatMap((set) => childrenOf(set, 'MemberCode').map((ref) => guidOf(ref, 'targetGUID'))),
  )
  const open = childrenOf(childOf(childOf(root, 'CodeBook') ?? root, 'Codes'), 'Code').map((code) => ({
    code,
    above: [] as readonly string[],
  }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { code, above } = next
    const names = [...above, attributeOf(code, 'name').replace(/,/g, ';')]
    const category =
      FIRST_CATEGORIES.find(({ name }) => name.toLowerCase() === names[0]?.toLowerCase())?.id ??
      (above.length === 0 && categories.has(guidOf(code)) ? attributeOf(code, 'name') : undefined)
    codes.set(guidOf(code), {
      id: guidOf(code),
      category,
      tag: category && names.length === 1 ? undefined : tagOf(names),
      definition: wordsIn(code, 'Description'),
      colour: attributeOf(code, 'color'),
    })
    for (const child of childrenOf(code, 'Code')) open.push({ code: child, above: names })
  }
  return codes
}

/** The names parted by slashes; if they are too long together, the last ones that fit. */
export function tagOf(names: readonly string[]): string {
  for (let from = 0; from < names.length; from++) {
    const tag = names.slice(from).join(' / ')
    if (tag.length <= TAG_LIMIT) return tag
  }
  return (names.at(-1) ?? '').slice(0, TAG_LIMIT)
}
