import { UnreadableError } from '../../import/format'
import type { IncomingFile, IncomingMap } from '../incoming'
import { LossList } from '../loss-list'
import { outlineOf, type Topic, type TopicLink } from '../outline'
import { attributeOf, localName, textOf, xmlIn, type XmlElement } from '../xml-in'

/** Reads a mind map of Freeplane or FreeMind. */
export function readFreeplane({
  text,
  fileName,
  choices,
}: Pick<IncomingFile, 'text' | 'fileName' | 'choices'>): IncomingMap {
  const root = xmlIn(text)
  if (localName(root) !== 'map') throw new UnreadableError('It is no mind map of Freeplane: it has no map.')
  let count = 0
  const links: TopicLink[] = []
  const topic = (element: XmlElement): Topic => {
    const id = attributeOf(element, 'ID') || `node ${++count}`
    for (const link of element.children.filter((child) => localName(child) === 'arrowlink'))
      links.push({
        id: attributeOf(link, 'ID') || `link ${links.length + 1}`,
        from: id,
        to: attributeOf(link, 'DESTINATION'),
        label: attributeOf(link, 'MIDDLE_LABEL') || attributeOf(link, 'SOURCE_LABEL'),
      })
    return {
      id,
      text: attributeOf(element, 'TEXT') || rich(element, 'NODE'),
      note: [rich(element, 'DETAILS'), rich(element, 'NOTE'), attributeOf(element, 'LINK')]
        .filter(Boolean)
        .join('\n'),
      children: nodesIn(element).map(topic),
    }
  }
  const losses = new LossList()
  const outline = outlineOf(nodesIn(root).map(topic), links, losses, choices)
  return {
    format: 'freeplane',
    name: outline.claims[0]?.text.slice(0, 100) || fileName.replace(/\.[^.]*$/, ''),
    ...outline,
    sources: [],
    losses: losses.lines(),
  }
}

const nodesIn = (element: XmlElement): XmlElement[] =>
  element.children.filter((child) => localName(child) === 'node')

/** The words of rich content of a kind, on one line for each paragraph. */
const rich = (element: XmlElement, type: string): string =>
  element.children
    .filter((child) => localName(child) === 'richcontent' && attributeOf(child, 'TYPE') === type)
    .map((child) =>
      textOf(child)
        .replace(/[ \t]+/g, ' ')
        .replace(/\s*\n\s*/g, '\n')
        .trim(),
    )
    .join('\n')
