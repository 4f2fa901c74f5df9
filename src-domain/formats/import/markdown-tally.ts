import type { fromMarkdown } from 'mdast-util-from-markdown'
import type { NoteNumbers } from './markdown-notes'

/** A parsed Markdown text. */
export type Root = ReturnType<typeof fromMarkdown>
/** A node of it. */
export type Node = Root | Root['children'][number]

/** Numbers of elements that are not part of the text, and the addresses that are defined apart from their links. */
export interface Tally {
  comments: number
  tags: number
  pictures: number
  struck: number
  readonly notes: NoteNumbers
  readonly definitions: ReadonlyMap<string, { readonly address: string; used: boolean }>
}
