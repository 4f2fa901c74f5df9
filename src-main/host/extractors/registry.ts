import type { ExtractorName } from '#domain/formats/import/format'
import type { Extractor } from './extractor'

/** Each extractor of the import formats, loaded when it is needed: their parsers are large. */
export const EXTRACTORS: Partial<Record<ExtractorName, () => Promise<Extractor>>> = {}
