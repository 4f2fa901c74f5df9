import { extract } from '../html'

/** Reads a web page as an import does. */
export async function read(page: string | Uint8Array) {
  const bytes = typeof page === 'string' ? Buffer.from(page) : page
  const imported = await extract({ fileName: 'page.html', bytes, progress: () => undefined })
  if (imported.kind !== 'article') throw new Error('no article')
  return imported.article
}

/** A sentence that is long enough for a paragraph of an article. */
export const PROSE =
  'The talks went on for a month, said the minister, and nobody was told what they were about. '
