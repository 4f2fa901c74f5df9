import { strToU8, zipSync } from 'fflate'
import { extract } from '../docx'

/** The namespace of a document's elements, and those of its shapes. */
export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const SHAPES =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A Word document with this body and any further parts. */
export function docx(body: string, more: Record<string, string> = {}): Uint8Array {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${W} ${SHAPES}><w:body>${body}</w:body></w:document>`,
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}

/** A run of words. */
export const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`
export const paragraph = (...content: string[]) => `<w:p>${content.join('')}</w:p>`

/** What is read of a document. */
export async function read(bytes: Uint8Array) {
  const imported = await extract({ fileName: 'a.docx', bytes, progress: () => undefined })
  if (imported.kind !== 'article') throw new Error('no article')
  return imported.article
}
