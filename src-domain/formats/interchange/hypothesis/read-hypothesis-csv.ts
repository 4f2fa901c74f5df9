import { csvIn } from '../csv-in'
import { highlightsMap, type Highlight } from '../highlights'
import type { IncomingFile, IncomingMap } from '../incoming'
import { LossList } from '../loss-list'

/** Reads annotations that Hypothesis exports as CSV. The file does not say what a reply answers: the one before it. */
export function readHypothesisCsv({ text, fileName }: Pick<IncomingFile, 'text' | 'fileName'>): IncomingMap {
  const losses = new LossList()
  const highlights: (Highlight & { notes: string[] })[] = []
  for (const [at, row] of csvIn(text).entries()) {
    const of = (name: string) => row.get(name)?.trim() ?? ''
    const id = `row ${at + 2}`
    const before = highlights.findLast(({ work }) => work.url === of('url'))
    if (/^reply$/i.test(of('type'))) {
      if (before) before.notes.push(`${of('author')}: ${of('comment')}`)
      else losses.name('reply', id, 'Replies to annotations that are not in the file')
      continue
    }
    highlights.push({
      id,
      quotes: of('quote') === '' ? [] : [{ words: of('quote') }],
      comment: of('comment'),
      tags: of('tags')
        .split(',')
        .map((tag) => tag.trim()),
      notes: /^\d/.test(of('page')) ? [`p. ${of('page')}`] : [],
      created: of('created at') || undefined,
      work: { title: of('title') || of('url') || 'Annotated page', url: of('url') },
    })
  }
  return highlightsMap('hypothesis/csv', fileName.replace(/\.[^.]*$/, ''), highlights, losses)
}
