import { highlightsMap, type Highlight } from '../highlights'
import type { IncomingFile, IncomingMap } from '../incoming'
import { idOf, objectsIn, textIn, valueFor } from '../json-fields'
import { jsonIn } from '../json-in'
import { LossList } from '../loss-list'
import { itemIn } from '../signs'

const COLOURS: Readonly<Record<string, string>> = {
  '#ffd400': 'yellow',
  '#ff6666': 'red',
  '#5fb236': 'green',
  '#2ea8e5': 'blue',
  '#a28ae5': 'purple',
  '#e56eee': 'magenta',
  '#f19837': 'orange',
  '#aaaaaa': 'grey',
}

/** Reads annotations among items of Zotero's API. */
export function readZotero({ text, fileName }: Pick<IncomingFile, 'text' | 'fileName'>): IncomingMap {
  const items = objectsIn(jsonIn(text)).map(itemIn)
  const byKey = new Map(items.map((item) => [idOf(item['key']), item]))
  const losses = new LossList()
  const highlights = items.flatMap((item): Highlight[] => {
    if (item['itemType'] !== 'annotation') return []
    const id = idOf(item['key'])
    const type = textIn(item['annotationType'])
    if (!['highlight', 'underline', 'note', 'text'].includes(type)) {
      losses.name(
        `annotation:${type}`,
        id,
        `Annotations of the kind ${type.slice(0, 40)}, kept only in the file`,
      )
      return []
    }
    const attachment = byKey.get(idOf(item['parentItem'])) ?? {}
    const parent = byKey.get(idOf(attachment['parentItem'])) ?? {}
    const page = textIn(item['annotationPageLabel'])
    const colour = valueFor(COLOURS, textIn(item['annotationColor']).toLowerCase())
    const words = textIn(item['annotationText'])
    return [
      {
        id,
        quotes: words.trim() === '' ? [] : [{ words }],
        comment: textIn(item['annotationComment']),
        tags: [...objectsIn(item['tags']).map(({ tag }) => textIn(tag)), ...(colour ? [colour] : [])],
        notes: page === '' ? [] : [`p. ${page}`],
        created: textIn(item['dateAdded']) || undefined,
        work: {
          title: textIn(parent['title']) || textIn(attachment['title']) || 'Annotated document',
          authors: objectsIn(parent['creators']).map((each) =>
            [each['firstName'], each['lastName'], each['name']].map(textIn).filter(Boolean).join(' '),
          ),
          url: textIn(parent['url']) || textIn(attachment['url']),
          doi: textIn(parent['DOI']),
          published: textIn(parent['date']),
        },
      },
    ]
  })
  return highlightsMap('zotero', fileName.replace(/\.[^.]*$/, ''), highlights, losses)
}
