import type { ImportFormatName } from './catalogue'
import type { TextReader } from './format'

/** What reads each format that is text, loaded when it is needed. Only the host imports this. */
export const TEXT_READERS = {
  text: async () => (await import('./text')).readText,
  markdown: async () => (await import('./markdown')).readMarkdown,
  project: async () => (await import('./project-json')).readProjectJson,
} satisfies Partial<Record<ImportFormatName, () => Promise<TextReader>>>

type TextFormatName = keyof typeof TEXT_READERS

/** The other formats, whose parsers the domain cannot have: the host has an extractor for each. */
export type ExtractedFormatName = Exclude<ImportFormatName, TextFormatName>

export const isTextFormat = (name: ImportFormatName): name is TextFormatName => name in TEXT_READERS
