import { TEXT_LIMIT, type ExtractedFormat } from './format'

/** Rich text, as WordPad, TextEdit and older word processors save it. */
export const rtf: ExtractedFormat = {
  name: 'rtf',
  title: 'Rich text',
  extensions: ['rtf'],
  limit: TEXT_LIMIT,
  extractor: 'rtf',
}
