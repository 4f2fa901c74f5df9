import { DOMParser } from 'linkedom'
import { oneLine } from '../html/html-dom'
import { fileAuthors } from '../author-names'
import { doiOf, languageOf } from '../html/html-values'

/** A Word document's metadata. */
export interface DocxProperties {
  readonly title: string
  readonly authors: string[]
  readonly language: string
  readonly doi: string
}

/** Placeholder titles that programs give to new documents. */
const NO_TITLE =
  /^(?:Microsoft Word - .*|(?:Document|Dokument|Untitled)\s*\d*|PowerPoint Presentation|.*\.docx?)$/i

/** The core properties of a Word document, without the defaults of programs. */
export function propertiesOf(core: string, styles: string): DocxProperties {
  const document = new DOMParser().parseFromString(core || '<none/>', 'text/xml') as unknown as {
    getElementsByTagName(name: string): ArrayLike<{ readonly textContent: string | null }>
  }
  const field = (name: string) => oneLine(document.getElementsByTagName(name)[0]?.textContent)
  const title = field('dc:title')
  const written = /<w:lang\s[^<>]*?w:val="([^"<>]{2,35})"/.exec(styles)?.[1] ?? ''
  return {
    title: NO_TITLE.test(title) ? '' : title,
    authors: fileAuthors([field('dc:creator')]),
    language: languageOf([field('dc:language'), written]),
    doi: doiOf([field('dc:identifier')]),
  }
}
