import { isObject } from '../../../records/record'
import { highlightsMap, type Highlight } from '../highlights'
import type { IncomingFile, IncomingMap } from '../incoming'
import { idOf, objectsIn, textIn } from '../json-fields'
import { jsonIn } from '../json-in'
import { LossList } from '../loss-list'
import { ownFields } from '../own-fields'
import { exactWording } from '../own-wording'

type Raw = Record<string, unknown>

/** Reads annotations of Hypothesis. A reply becomes a note of what it answers. */
export function readHypothesis({ text, fileName }: Pick<IncomingFile, 'text' | 'fileName'>): IncomingMap {
  const value = jsonIn(text)
  const whole = isObject(value) ? value : {}
  const rows = [...objectsIn(whole['annotations']), ...objectsIn(whole['rows'])]
  const losses = new LossList()
  const replies = new Map<string, string[]>()
  const ids = new Set(rows.map(({ id }) => idOf(id)))
  const own: Raw[] = []
  for (const row of rows) {
    const references = Array.isArray(row['references']) ? row['references'].map(idOf) : []
    const answered = references.find((each) => ids.has(each))
    if (references.length === 0) own.push(row)
    else if (answered === undefined)
      losses.name('reply', idOf(row['id']), 'Replies to annotations that are not in the file')
    else replies.set(answered, [...(replies.get(answered) ?? []), replyIn(row)])
  }
  const seen = new Set<string>()
  const highlights = own.flatMap((row, at): Highlight[] => {
    const id = idOf(row['id']) || `annotation ${at + 1}`
    if (seen.has(id)) {
      losses.name('annotation:double', id, 'Annotations whose id the file has twice: the first counts')
      return []
    }
    seen.add(id)
    const document = isObject(row['document']) ? row['document'] : {}
    const titles = Array.isArray(document['title']) ? document['title'] : [document['title']]
    const url = textIn(row['uri'])
    const { category } = ownFields(row['counterpoint'])
    const tags = Array.isArray(row['tags']) ? row['tags'].map(textIn) : []
    return [
      {
        id,
        quotes: objectsIn(row['target']).flatMap((target) =>
          objectsIn(target['selector'])
            .filter(({ type }) => type === 'TextQuoteSelector')
            .map((quote) => ({
              words: textIn(quote['exact']),
              prefix: textIn(quote['prefix']),
              suffix: textIn(quote['suffix']),
            })),
        ),
        comment: textIn(row['text']),
        exact: exactWording(row, textIn(row['text'])),
        category,
        tags: tags.filter((tag) => tag !== category),
        notes: replies.get(id) ?? [],
        created: textIn(row['created']) || undefined,
        work: { title: textIn(titles[0]) || url || 'Annotated page', url },
      },
    ]
  })
  return highlightsMap('hypothesis/json', fileName.replace(/\.[^.]*$/, ''), highlights, losses)
}

/** Who wrote the notes of claims that are written as replies. */
export const NOTE_USER = 'acct:Note@counterpoint'

/** What a reply says, and who; a note of ours alone. */
export function replyIn(row: Raw): string {
  const [user, text] = [textIn(row['user']), textIn(row['text'])]
  return user === NOTE_USER ? text : `${/^acct:([^@]+)/.exec(user)?.[1] ?? user}: ${text}`
}
