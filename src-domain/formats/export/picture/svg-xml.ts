/** An XML element. Attributes that are undefined are left out. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string
export type Attributes = Readonly<Record<string, string | number | undefined>>

/** Makes an element. Children that are strings are text. */
export const element = (name: string, attributes: Attributes, ...children: XmlNode[]): XmlElement => ({
  name,
  attributes,
  children,
})

/** Serialises a node as XML 1.0. */
export function render(node: XmlNode): string {
  if (typeof node === 'string') return escape(node)
  const attributes = Object.entries(node.attributes)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(
      ([name, value]) =>
        ` ${name}="${attribute(typeof value === 'number' ? String(hundredth(value)) : value!)}"`,
    )
  const start = `<${node.name}${attributes.join('')}`
  return node.children.length ? `${start}>${node.children.map(render).join('')}</${node.name}>` : `${start}/>`
}

/**
 * Removes the characters that XML 1.0 cannot represent even when escaped: most control characters and two
 * non-characters. A vertical tab or a form feed, which is white space, becomes a space. Lone surrogates become the
 * replacement character.
 */
export const writable = (text: string): string =>
  text
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (sign) => (/\s/.test(sign) ? ' ' : ''))

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
}

const escape = (text: string): string =>
  writable(text).replace(/[&<>"'\r]/g, (character) => ESCAPES[character]!)

/** A parser turns a line break or a tab in an attribute into a space, unless it is a reference. */
const attribute = (text: string): string =>
  escape(text).replace(/[\n\t]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const hundredth = (value: number): number => Math.round(value * 100) / 100
