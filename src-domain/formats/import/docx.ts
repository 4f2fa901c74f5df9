import type { ExtractedFormat } from './format'

/** A document of Word, or of what else writes its files. */
export const docx: ExtractedFormat = {
  name: 'docx',
  title: 'Word document',
  extensions: ['docx'],
  limit: 50 * 1024 * 1024,
  extractor: 'docx',
}
