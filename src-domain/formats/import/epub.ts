import type { ExtractedFormat } from './format'

/** An electronic book: its chapters in reading order. */
export const epub: ExtractedFormat = {
  name: 'epub',
  title: 'EPUB book',
  extensions: ['epub'],
  limit: 50 * 1024 * 1024,
  extractor: 'epub',
}
