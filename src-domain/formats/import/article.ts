import type { Article } from '../../records/article'

/** What every importer knows at least. */
type Known = Pick<
  Article,
  'title' | 'fileName' | 'format' | 'encoding' | 'text' | 'blocks' | 'arrived' | 'report'
>

/** An article of which nothing but this is known: what an importer found out besides goes over it. */
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
  earlier: [],
  ...known,
})
