import { DOMParser } from 'linkedom'
import { oneLine } from '../html/html-dom'
import { doiOf, languageOf, namesOf } from '../html/html-values'

/** What a Word document says of itself. */
export interface DocxProperties {
  readonly title: string
  readonly authors: string[]
  readonly language: string
  readonly doi: string
}

/** Titles that programs give to documents that have none. */
const NO_TITLE =
  /^(?:Microsoft Word - .*|(?:Document|Dokument|Untitled)\s*\d*|PowerPoint Presentation|.*\.docx?)$/i

/** The core properties of a Word document, as far as they are its own. */
export function propertiesOf(core: string, styles: string): DocxProperties {
  const document = new DOMParser().parseFromString(core || '<none/>', 'text/xml') as unknown as {
    getElementsByTagName(name: string): ArrayLike<{ readonly textContent: string | null }>
  }
  const field = (name: string) => oneLine(document.getElementsByTagName(name)[0]?.textContent)
  const title = field('dc:title')
  const written = /<w:lang\s[^<>]*?w:val="([^"<>]{2,35})"/.exec(styles)?.[1] ?? ''
  return {
    title: NO_TITLE.test(title) ? '' : title,
    authors: namesOf([field('dc:creator')]),
    language: languageOf([field('dc:language'), written]),
    doi: doiOf([field('dc:identifier')]),
  }
}
