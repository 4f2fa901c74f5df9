import type { ExtractedFormatName } from '#domain/formats/import/readers'
import type { Extractor } from './extractor'

/** The extractor of each import format. Each is loaded on demand, because the parsers are large. */
export const EXTRACTORS: Readonly<Record<ExtractedFormatName, () => Promise<Extractor>>> = {
  html: () => import('./html/html').then(({ extract }) => extract),
  mhtml: () => import('./saved-page/mhtml').then(({ extract }) => extract),
  webarchive: () => import('./saved-page/webarchive').then(({ extract }) => extract),
  docx: () => import('./docx/docx').then(({ extract }) => extract),
  pdf: async () => (await import('./pdf/pdf')).extractPdf,
  epub: async () => (await import('./epub/epub')).extractEpub,
  odt: async () => (await import('./odt/odt')).extractOdt,
  rtf: async () => (await import('./rtf/rtf')).extractRtf,
  references: async () => (await import('./references/references')).extractReferences,
}
