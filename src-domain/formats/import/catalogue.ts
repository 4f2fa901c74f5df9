import { INTERCHANGE_EXTENSIONS } from '../interchange/catalogue'
import { TEXT_LIMIT, type ImportFormat } from './format'

const MEGABYTE = 1024 * 1024

/** The endings of a project's file. Files of many programs end in `.json`; the other opens with a double click. */
export const PROJECT_ENDINGS = ['json', 'counterpoint'] as const

/** The endings of other programs' files that no format below has. */
const OWN_ENDINGS = INTERCHANGE_EXTENSIONS.filter((ending) => !['json', 'txt'].includes(ending))

const FORMATS = [
  { name: 'text', title: 'Plain text', extensions: ['txt', 'text'], limit: TEXT_LIMIT },
  // If every word is a link, the blocks and links of a longer file need more memory than its process may have.
  { name: 'markdown', title: 'Markdown', extensions: ['md', 'markdown'], limit: 6 * MEGABYTE },
  { name: 'html', title: 'Web page', extensions: ['html', 'htm', 'xhtml'], limit: TEXT_LIMIT },
  // The limit includes the pictures of the page, which are not read.
  { name: 'mhtml', title: 'Saved web page', extensions: ['mhtml', 'mht'], limit: 100 * MEGABYTE },
  { name: 'webarchive', title: 'Safari web archive', extensions: ['webarchive'], limit: 100 * MEGABYTE },
  { name: 'docx', title: 'Word document', extensions: ['docx'], limit: 50 * MEGABYTE },
  {
    name: 'project',
    title: 'Counterpoint project or map',
    extensions: PROJECT_ENDINGS,
    limit: 100 * MEGABYTE,
  },
  { name: 'pdf', title: 'PDF', extensions: ['pdf'], limit: 200 * MEGABYTE },
  { name: 'epub', title: 'EPUB book', extensions: ['epub'], limit: 50 * MEGABYTE },
  { name: 'odt', title: 'OpenDocument text', extensions: ['odt', 'ott'], limit: 50 * MEGABYTE },
  { name: 'rtf', title: 'Rich text', extensions: ['rtf'], limit: TEXT_LIMIT },
  // BibTeX, BibLaTeX, RIS and CSL-JSON have the metadata of articles, but no text.
  {
    name: 'references',
    title: 'References',
    extensions: ['bib', 'bibtex', 'ris', 'csljson', 'csl.json'],
    limit: TEXT_LIMIT,
  },
  // Files of other programs with maps, codings or highlights. The content tells which program's it is.
  {
    name: 'interchange',
    title: 'Argument map, annotations or highlights',
    extensions: OWN_ENDINGS,
    limit: TEXT_LIMIT,
  },
] as const satisfies readonly ImportFormat[]

export type ImportFormatName = (typeof FORMATS)[number]['name']

/**
 * All import formats. File dialogs, drops and the command line use this list. The readers are in `readers.ts` or, for
 * formats whose parsers the domain must not import, among the extractors of the host.
 */
export const IMPORT_FORMATS: readonly ImportFormat<ImportFormatName>[] = FORMATS

/** The extensions of all import formats, with the dot. */
export const IMPORTABLE: readonly string[] = IMPORT_FORMATS.flatMap(({ extensions }) =>
  extensions.map((extension) => `.${extension}`),
)

/** The format of a file by its extension, the longest one first; undefined if it cannot be imported. */
export function importFormatOf(fileName: string): ImportFormat<ImportFormatName> | undefined {
  const name = fileName.toLowerCase()
  let best: { readonly format: ImportFormat<ImportFormatName>; readonly length: number } | undefined
  for (const format of IMPORT_FORMATS) {
    for (const { length } of format.extensions.filter((extension) => name.endsWith(`.${extension}`))) {
      // `.csl.json` is more specific than `.json`.
      if (length > (best?.length ?? 0)) best = { format, length }
    }
  }
  return best?.format
}
