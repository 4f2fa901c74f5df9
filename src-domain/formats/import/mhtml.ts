import type { ExtractedFormat } from './format'

/** A web page that a browser saved with all that belongs to it in one file. */
export const mhtml: ExtractedFormat = {
  name: 'mhtml',
  title: 'Saved web page',
  extensions: ['mhtml', 'mht'],
  // Its pictures count too, though they are not read.
  limit: 100 * 1024 * 1024,
  extractor: 'mhtml',
}
