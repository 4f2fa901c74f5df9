import type { PageElement } from './html-dom'
import { BLOCK } from './html-tags'

/** Properties that change which words a reader reads, and how. */
const PROPERTY = /^(?:text-decoration(?:-line)?|display|visibility|vertical-align|list-style(?:-type)?)$/
/** A selector that names a tag, a class or both, and nothing else. */
const SIMPLE = /^([a-z][a-z\d]*)?(?:\.([\w-]+))?$/i
/** Rules of a page that are read. Pages that write all their styles into themselves have some thousands. */
const RULES = 5000

/** The longest value that is read, in UTF-16 units. */
const VALUE = 60

/** What the rules of one selector say: the value of each property, of which the last counts. */
type Declarations = Map<string, string>

/**
 * Writes what style sheets say into the elements. They hide only words within a line: whole parts of a page
 * wait for scripts to show them.
 */
export function applyRules(elements: readonly PageElement[], sheets: readonly string[]): void {
  const rules = rulesIn(sheets)
  if (rules.size === 0) return
  for (const element of elements) {
    const tag = element.localName
    const names = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean)
    const said: Declarations = new Map()
    for (const selector of [
      tag,
      ...names.map((name) => `.${name}`),
      ...names.map((name) => `${tag}.${name}`),
    ])
      for (const [property, value] of rules.get(selector) ?? []) said.set(property, value)
    if (BLOCK.has(tag)) for (const property of ['display', 'visibility']) said.delete(property)
    if (said.size === 0) continue
    const style = [...said].map(([property, value]) => `${property}:${value}`)
    element.setAttribute('style', [...style, element.getAttribute('style') ?? ''].join(';'))
  }
}

/** The rules outside blocks such as `@media`, by selector: `tag`, `.class` or `tag.class`. */
function rulesIn(sheets: readonly string[]): Map<string, Declarations> {
  const rules = new Map<string, Declarations>()
  let left = RULES
  for (const sheet of sheets) {
    for (const { selectors, style } of blocksIn(sheet)) {
      for (const selector of selectors.split(',').map((each) => each.trim())) {
        const [, tag, name] = SIMPLE.exec(selector) ?? []
        if ((!tag && !name) || left-- <= 0) continue
        const key = (tag?.toLowerCase() ?? '') + (name === undefined ? '' : `.${name}`)
        rules.set(key, new Map([...(rules.get(key) ?? []), ...style]))
      }
    }
  }
  return rules
}

function* blocksIn(sheet: string): Iterable<{ selectors: string; style: Declarations }> {
  let depth = 0
  let selectors = ''
  const [first = '', ...rest] = sheet.split('/*')
  const rules = [
    first,
    ...rest.map((part) => (part.includes('*/') ? part.slice(part.indexOf('*/') + 2) : '')),
  ]
  for (const [, words, sign] of rules.join('').matchAll(/([^{}]*)([{}])/g)) {
    if (sign === '{' && depth++ === 0) selectors = words!.slice(words!.lastIndexOf(';') + 1)
    else if (sign === '}' && depth > 0 && --depth === 0) {
      const style = declarationsIn(words!)
      if (style.size > 0) yield { selectors, style }
      selectors = ''
    }
  }
}

function declarationsIn(words: string): Declarations {
  const found: Declarations = new Map()
  for (const part of words.split(';')) {
    const at = part.indexOf(':')
    const property = part.slice(0, Math.max(0, at)).trim().toLowerCase()
    const value = part.slice(at + 1).trim()
    if (PROPERTY.test(property) && value.length <= VALUE) found.set(property, value)
  }
  return found
}
