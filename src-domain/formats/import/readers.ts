import type { ImportFormatName } from './catalogue'
import type { TextReader } from './format'

/** The readers of text formats, loaded on first use. Only the host imports this. */
export const TEXT_READERS = {
  text: async () => (await import('./text')).readText,
  markdown: async () => (await import('./markdown')).readMarkdown,
  project: async () => (await import('./project-json')).readProjectJson,
} satisfies Partial<Record<ImportFormatName, () => Promise<TextReader>>>

type TextFormatName = keyof typeof TEXT_READERS

/** The other formats of articles, whose parsers the domain must not import. The host has an extractor for each. */
export type ExtractedFormatName = Exclude<ImportFormatName, TextFormatName | 'interchange'>

export const isTextFormat = (name: ImportFormatName): name is TextFormatName => name in TEXT_READERS
