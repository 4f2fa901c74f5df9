import type { Source } from '../records/source'
import { wordsOf, type Words } from './words'

/** What is read of a source when it is compared with others. */
export type ReadText = Pick<Source, 'text' | 'blocks'>

/** The words of a source that belong to the article: without blocks that are set aside, such as prompts and credits. */
export const sourceWords = ({ text, blocks }: ReadText): Words =>
  wordsOf(
    text,
    blocks.filter(({ aside, role }) => aside === undefined && role !== 'furniture'),
  )
