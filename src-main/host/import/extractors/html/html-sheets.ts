import type { PageElement } from './html-dom'
import { BLOCK } from './html-tags'

/** Properties that change which words a reader reads, and how. */
const PROPERTY = /^(?:text-decoration(?:-line)?|display|visibility|vertical-align|list-style(?:-type)?)$/
/** A selector that names a tag, a class or both, and nothing else. */
const SIMPLE = /^([a-z][a-z\d]*)?(?:\.([\w-]+))?$/i
/** Rules of a page that are read. Pages that write all their styles into themselves have some thousands. */
const RULES = 5000

/** A rule of a page's own style sheets. */
interface Rule {
  readonly tag: string | undefined
  readonly style: string
}

/**
 * Writes what style sheets say into the elements. They hide only words within a line: whole parts of a page
 * wait for scripts to show them.
 */
export function applyRules(elements: readonly PageElement[], sheets: readonly string[]): void {
  const { classes, tags } = rulesIn(sheets)
  if (classes.size === 0 && tags.size === 0) return
  for (const element of elements) {
    const rules = [
      ...(tags.get(element.localName) ?? []),
      ...(element.getAttribute('class') ?? '').split(/\s+/).flatMap((name) => classes.get(name) ?? []),
    ].filter(({ tag }) => tag === undefined || tag === element.localName)
    if (rules.length === 0) continue
    const said = rules.map(({ style }) => style).join(';')
    const kept = BLOCK.has(element.localName) ? said.replace(/(?:display|visibility):[^;]*/g, '') : said
    element.setAttribute('style', `${kept};${element.getAttribute('style') ?? ''}`)
  }
}

/** The rules outside blocks such as `@media`, by class, and by tag if they have no class. */
function rulesIn(sheets: readonly string[]) {
  const classes = new Map<string, Rule[]>()
  const tags = new Map<string, Rule[]>()
  let left = RULES
  for (const sheet of sheets) {
    for (const { selectors, style } of blocksIn(sheet)) {
      for (const selector of selectors.split(',')) {
        const simple = SIMPLE.exec(selector.trim())
        if (!simple || selector.trim() === '' || left-- <= 0) continue
        const [, tag, name] = simple
        const [map, key] = name === undefined ? [tags, tag!.toLowerCase()] : [classes, name]
        map.set(key, [...(map.get(key) ?? []), { tag: tag?.toLowerCase(), style }])
      }
    }
  }
  return { classes, tags }
}

function* blocksIn(sheet: string): Iterable<{ selectors: string; style: string }> {
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
      const style = words!
        .split(';')
        .filter((part) => PROPERTY.test(part.split(':')[0]!.trim().toLowerCase()))
        .join(';')
      if (style !== '') yield { selectors, style }
      selectors = ''
    }
  }
}
