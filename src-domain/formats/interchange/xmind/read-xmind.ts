import { isObject } from '../../../records/record'
import { UnreadableError } from '../../import/format'
import type { IncomingFile, IncomingMap } from '../incoming'
import { idOf, objectsIn, textIn } from '../json-fields'
import { jsonIn } from '../json-in'
import { LossList } from '../loss-list'
import { outlineOf, type Topic, type TopicLink } from '../outline'
import { attributeOf, localName, textOf, xmlIn, type XmlElement } from '../xml-in'

interface Sheet {
  readonly title: string
  readonly root: Topic
  readonly links: readonly TopicLink[]
}

/** Reads the first sheet of a workbook of XMind, given as the texts of the archive by path. */
export function readXmind({
  text,
  fileName,
  choices,
}: Pick<IncomingFile, 'text' | 'fileName' | 'choices'>): IncomingMap {
  const parts = jsonIn(text)
  const part = (name: string) => (isObject(parts) ? textIn(parts[name]) : '')
  const sheets = part('content.json') ? sheetsOfJson(part('content.json')) : sheetsOfXml(part('content.xml'))
  const [sheet, ...others] = sheets
  if (!sheet) throw new UnreadableError('It has no sheet.')
  const losses = new LossList()
  for (const { title } of others) losses.name('sheet', title, 'Further sheets, kept only in the archive')
  return {
    format: 'xmind',
    name: sheet.root.text.trim().slice(0, 100) || sheet.title || fileName.replace(/\.[^.]*$/, ''),
    ...outlineOf([sheet.root], sheet.links, losses, choices),
    sources: [],
    losses: losses.lines(),
  }
}

type Raw = Record<string, unknown>

function sheetsOfJson(text: string): Sheet[] {
  return objectsIn(jsonIn(text)).flatMap((sheet) => {
    const root = sheet['rootTopic']
    if (!isObject(root)) return []
    const links = objectsIn(sheet['relationships']).map((each) => ({
      id: idOf(each['id']),
      from: idOf(each['end1Id']),
      to: idOf(each['end2Id']),
      label: textIn(each['title']),
    }))
    return [{ title: textIn(sheet['title']), root: topicOfJson(root), links }]
  })
}

function topicOfJson(topic: Raw): Topic {
  const notes = isObject(topic['notes']) ? topic['notes'] : {}
  const plain = isObject(notes['plain']) ? textIn(notes['plain']['content']) : ''
  const children = isObject(topic['children']) ? Object.values(topic['children']).flatMap(objectsIn) : []
  return {
    id: idOf(topic['id']),
    text: textIn(topic['title']),
    note: [plain.trim(), textIn(topic['href'])].filter(Boolean).join('\n'),
    children: children.map(topicOfJson),
  }
}

const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  (element?.children ?? []).filter((child) => localName(child) === name)

function sheetsOfXml(text: string): Sheet[] {
  if (text === '') throw new UnreadableError('It is damaged: it has no content.')
  return childrenOf(xmlIn(text), 'sheet').flatMap((sheet) => {
    const [root] = childrenOf(sheet, 'topic')
    const [relationships] = childrenOf(sheet, 'relationships')
    const links = childrenOf(relationships, 'relationship').map((each) => ({
      id: attributeOf(each, 'id'),
      from: attributeOf(each, 'end1'),
      to: attributeOf(each, 'end2'),
      label: titleOf(each),
    }))
    return root ? [{ title: titleOf(sheet), root: topicOfXml(root), links }] : []
  })
}

const titleOf = (element: XmlElement): string => childrenOf(element, 'title').map(textOf).join('')

function topicOfXml(topic: XmlElement): Topic {
  const [notes] = childrenOf(topic, 'notes')
  return {
    id: attributeOf(topic, 'id'),
    text: titleOf(topic),
    note: [childrenOf(notes, 'plain').map(textOf).join('\n').trim(), attributeOf(topic, 'xlink:href')]
      .filter(Boolean)
      .join('\n'),
    children: childrenOf(topic, 'children')
      .flatMap((list) => childrenOf(list, 'topics'))
      .flatMap((list) => childrenOf(list, 'topic'))
      .map(topicOfXml),
  }
}
