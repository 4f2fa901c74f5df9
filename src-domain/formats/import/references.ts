import { TEXT_LIMIT, type ExtractedFormat } from './format'

/** What reference managers write: BibTeX and BibLaTeX, RIS, CSL-JSON. It describes articles, and holds none. */
export const references: ExtractedFormat = {
  name: 'references',
  title: 'References',
  extensions: ['bib', 'bibtex', 'ris', 'csljson', 'csl.json'],
  limit: TEXT_LIMIT,
  extractor: 'references',
}
