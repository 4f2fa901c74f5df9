import type { ExtractedFormat } from './format'

/** A text of LibreOffice, OpenOffice and others. */
export const odt: ExtractedFormat = {
  name: 'odt',
  title: 'OpenDocument text',
  extensions: ['odt', 'ott'],
  limit: 50 * 1024 * 1024,
  extractor: 'odt',
}
