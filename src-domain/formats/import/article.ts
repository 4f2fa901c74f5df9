import type { Article } from '../../records/article'

/** The fields that every importer gives. */
type Known = Pick<
  Article,
  'title' | 'fileName' | 'format' | 'encoding' | 'text' | 'blocks' | 'originalText' | 'report'
>

/** Makes an article with empty defaults for the metadata that an importer does not have. */
export const articleOf = (known: Known & Partial<Article>): Article => ({
  authors: [],
  publisher: '',
  published: '',
  url: '',
  doi: '',
  accessed: '',
  language: '',
  kind: '',
  reliability: '',
  credibility: '',
  previousTexts: [],
  ...known,
})
