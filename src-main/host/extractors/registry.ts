import type { ExtractorName } from '#domain/formats/import/format'
import type { Extractor } from './extractor'

/** Each extractor of the import formats, loaded when it is needed: their parsers are large. */
export const EXTRACTORS: Partial<Record<ExtractorName, () => Promise<Extractor>>> = {
  html: () => import('./html').then(({ extract }) => extract),
  mhtml: () => import('./mhtml').then(({ extract }) => extract),
  webarchive: () => import('./webarchive').then(({ extract }) => extract),
  docx: () => import('./docx').then(({ extract }) => extract),
  pdf: async () => (await import('./pdf')).extractPdf,
  epub: async () => (await import('./epub')).extractEpub,
  odt: async () => (await import('./odt')).extractOdt,
  rtf: async () => (await import('./rtf')).extractRtf,
  references: async () => (await import('./references')).extractReferences,
}
