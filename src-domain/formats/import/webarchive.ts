import type { ExtractedFormat } from './format'

/** A web page that Safari saved with all that belongs to it in one file. */
export const webarchive: ExtractedFormat = {
  name: 'webarchive',
  title: 'Safari web archive',
  extensions: ['webarchive'],
  // Its pictures count too, though they are not read.
  limit: 100 * 1024 * 1024,
  extractor: 'webarchive',
}
