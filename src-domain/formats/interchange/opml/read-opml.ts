import { UnreadableError } from '../../import/format'
import type { IncomingFile, IncomingMap } from '../incoming'
import { LossList } from '../loss-list'
import { outlineOf, type Topic } from '../outline'
import { attributeOf, localName, textOf, xmlIn, type XmlElement } from '../xml-in'

/** Reads an outline in OPML 2.0 (opml.org). */
export function readOpml({
  text,
  fileName,
  choices,
}: Pick<IncomingFile, 'text' | 'fileName' | 'choices'>): IncomingMap {
  const root = xmlIn(text)
  if (localName(root) !== 'opml') throw new UnreadableError('It is no OPML: it has no opml.')
  const part = (element: XmlElement | undefined, name: string) =>
    element?.children.find((child) => localName(child) === name)
  const title = part(part(root, 'head'), 'title')
  let count = 0
  const topic = (element: XmlElement): Topic => ({
    id: `o${++count}`,
    text: attributeOf(element, 'text') || attributeOf(element, 'title'),
    note: ['_note', 'url', 'htmlUrl', 'xmlUrl']
      .map((name) => attributeOf(element, name))
      .filter(Boolean)
      .join('\n'),
    children: outlinesIn(element).map(topic),
  })
  const losses = new LossList()
  return {
    format: 'opml',
    name: (title ? textOf(title).trim() : '') || fileName.replace(/\.[^.]*$/, ''),
    ...outlineOf(outlinesIn(part(root, 'body')).map(topic), [], losses, choices),
    sources: [],
    losses: losses.lines(),
  }
}

const outlinesIn = (element: XmlElement | undefined): XmlElement[] =>
  (element?.children ?? []).filter((child) => localName(child) === 'outline')
