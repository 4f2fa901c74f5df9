import { csvIn } from '../csv-in'
import { highlightsMap, type Highlight } from '../highlights'
import type { IncomingFile, IncomingMap } from '../incoming'
import { LossList } from '../loss-list'

/** Reads highlights that Readwise exports as CSV. */
export function readReadwise({ text, fileName }: Pick<IncomingFile, 'text' | 'fileName'>): IncomingMap {
  const losses = new LossList()
  const highlights = csvIn(text).flatMap((row, at): Highlight[] => {
    const of = (name: string) => row.get(name)?.trim() ?? ''
    const id = `row ${at + 2}`
    if (of('highlight') === '' && of('note') === '') {
      losses.name('row:empty', id, 'Rows without a highlight or a note')
      return []
    }
    const place = [of('location type'), of('location')].filter(Boolean).join(' ')
    return [
      {
        id,
        quotes: of('highlight') === '' ? [] : [{ words: of('highlight') }],
        comment: of('note'),
        tags: of('tags')
          .split(',')
          .map((tag) => tag.trim().replace(/^\./, '')),
        notes: place === '' ? [] : [place.replace(/^page (?=\S)/i, 'p. ')],
        created: of('highlighted at') || undefined,
        work: {
          title: of('book title') || 'Readwise',
          authors: of('book author') === '' ? [] : [of('book author')],
        },
      },
    ]
  })
  return highlightsMap('readwise', fileName.replace(/\.[^.]*$/, ''), highlights, losses)
}
