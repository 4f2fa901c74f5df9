import { TEXT_LIMIT, type ExtractedFormat } from './format'

/** A web page saved to disk. */
export const html: ExtractedFormat = {
  name: 'html',
  title: 'Web page',
  extensions: ['html', 'htm', 'xhtml'],
  limit: TEXT_LIMIT,
  extractor: 'html',
}
