import type { ExtractedFormat } from './format'

/** PDF: its text with the place of every word, read into paragraphs by `src-domain/text`. */
export const pdf: ExtractedFormat = {
  name: 'pdf',
  title: 'PDF',
  extensions: ['pdf'],
  limit: 200 * 1024 * 1024,
  extractor: 'pdf',
}
