import { UnreadableError } from '../../import/format'
import { jsonIn } from '../json-in'
import { isObject } from '../../../records/record'
import { attributeOf, localName, textOf, xmlIn, type XmlElement } from '../xml-in'

/** The parts of a REFI-QDA archive: its project file as XML, and its texts by name in lower case. */
export interface RefiProject {
  readonly root: XmlElement
  readonly texts: ReadonlyMap<string, string>
}

/** The parts of an archive, given as the JSON of its texts by path. */
export function refiProject(json: string): RefiProject {
  const parts = jsonIn(json)
  const all = isObject(parts) ? Object.entries(parts) : []
  const [project, ...others] = all.filter(([path]) => /\.qde$/i.test(path))
  if (!project || others.length > 0 || typeof project[1] !== 'string')
    throw new UnreadableError('It is damaged: it does not have one project file. Export it again.')
  const root = xmlIn(project[1])
  if (localName(root) !== 'Project') throw new UnreadableError('It is no REFI-QDA project.')
  const texts = all.flatMap(([path, text]) =>
    typeof text === 'string' ? [[(path.split('/').at(-1) ?? '').toLowerCase(), text] as const] : [],
  )
  return { root, texts: new Map(texts) }
}

/** Ids are compared without regard to case. */
export const guidOf = (element: XmlElement, name = 'guid'): string => attributeOf(element, name).toLowerCase()

export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  (element?.children ?? []).filter((child) => localName(child) === name)

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  childrenOf(element, name)[0]

/** The text in a child element; empty if there is none. */
export const wordsIn = (element: XmlElement | undefined, name: string): string => {
  const child = childOf(element, name)
  return child ? textOf(child).trim() : ''
}

/** The text that a path such as `internal://GUID.txt`, or an element beside it, gives. */
export function plainTextOf({ texts }: RefiProject, element: XmlElement): string | undefined {
  const path = attributeOf(element, 'plainTextPath')
  const found = texts.get((path.split('/').at(-1) ?? '').toLowerCase())
  if (found !== undefined) return found
  const content = childOf(element, 'PlainTextContent')
  return content && textOf(content)
}
