import type { ExportEnv } from '../writer'
import type { XmlNode } from './svg-xml'

type Font = ExportEnv['fonts'][number]

/** The `@font-face` rules of a picture. Embeds only the font files that have characters of its text. */
export function fontFaces(fonts: ExportEnv['fonts'], picture: XmlNode): string {
  const used = charactersByWeight(picture)
  return fonts
    .filter((font) => holdsAny(font, used.get(font.weight)))
    .map(
      ({ weight, range, base64 }) =>
        `@font-face{font-family:Inter;font-style:normal;font-weight:${weight};` +
        `src:url(data:font/woff2;base64,${base64}) format('woff2');unicode-range:${range}}`,
    )
    .join('')
}

/** The code points of the text in each font weight. */
function charactersByWeight(
  node: XmlNode,
  found = new Map<unknown, Set<number>>(),
): Map<unknown, Set<number>> {
  if (typeof node === 'string') return found
  if (node.name === 'text') {
    const weight = node.attributes['font-weight']
    const characters = found.get(weight) ?? new Set()
    for (const child of node.children) for (const each of String(child)) characters.add(each.codePointAt(0)!)
    found.set(weight, characters)
  }
  for (const child of node.children) charactersByWeight(child, found)
  return found
}

function holdsAny(font: Font, characters: ReadonlySet<number> | undefined): boolean {
  if (!characters) return false
  const spans = font.range.split(',').map((span) => {
    const [from = '', to = from] = span.trim().replace(/^U\+/i, '').split('-')
    return [parseInt(from.replaceAll('?', '0'), 16), parseInt(to.replaceAll('?', 'F'), 16)] as const
  })
  return [...characters].some((each) => spans.some(([from, to]) => from <= each && each <= to))
}
