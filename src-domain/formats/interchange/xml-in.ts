import { Parser } from 'htmlparser2'
import { UnreadableError } from '../import/format'

/** An element of an XML file: its name with its prefix, its attributes, its children, and the text directly in it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
}

interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  text: string
}

/** Deeper files are refused: whoever walks through the elements may call itself for each level. */
const DEEPEST = 3000

/**
 * The root of an XML text. The parser neither expands declared entities nor fetches anything.
 * @throws UnreadableError for a text without elements, one that ends too early or goes on after its end, or one nested
 *   too deeply
 */
export function xmlIn(text: string): XmlElement {
  const top: Open = { name: '', attributes: new Map(), children: [], text: '' }
  const open: Open[] = [top]
  let hasEnded = false
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > DEEPEST) throw new UnreadableError('The file was refused: it is nested too deeply.')
        open.push({ name, attributes: new Map(Object.entries(attributes)), children: [], text: '' })
      },
      ontext(words) {
        open.at(-1)!.text += words
      },
      onclosetag() {
        if (hasEnded) throw new UnreadableError('The file is damaged: it ends too early.')
        const element = open.pop()!
        open.at(-1)?.children.push(element)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  // XML has one form of line ends, whatever a file has.
  parser.write(text.replace(/\r\n?/g, '\n'))
  hasEnded = true
  parser.end()
  const [root, ...more] = top.children
  if (!root) throw new UnreadableError('The file is damaged: it is not XML.')
  if (more.length > 0) throw new UnreadableError('The file is damaged: it goes on after its end.')
  return root
}

/** The name of an element without its prefix. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1)

/** An element and all elements in it, in the order of the file. */
export function* everyElement(root: XmlElement): Generator<XmlElement> {
  const open = [root]
  for (let next = open.pop(); next; next = open.pop()) {
    yield next
    for (const child of [...next.children].reverse()) open.push(child)
  }
}

/** An attribute; empty if there is none. */
export const attributeOf = (element: XmlElement, name: string): string => element.attributes.get(name) ?? ''

/** All text in an element, with that of the elements in it. */
export const textOf = (element: XmlElement): string =>
  [...everyElement(element)].map(({ text }) => text).join('')
