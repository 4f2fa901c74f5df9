import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { UnreadableError } from '#domain/formats/import/format'

const STYLES = [
  "p[style-name='Title'] => p.title:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  // `preparedPart` writes the numbers of lists into the text, so no list may be numbered again.
  ...[1, 2, 3, 4, 5].map(
    (level) => `p:ordered-list(${level}) => ${'ul|ol > li > '.repeat(level - 1)}ul > li:fresh`,
  ),
]

/** Nesting depth. Documents do not reach it, and mammoth is recursive. */
const DEPTH = 300

/**
 * The text of a Word document as HTML, by mammoth. It gets the parts that `checkArchive` counted, repacked without
 * compression: another unzipper could read the original archive differently.
 */
export async function docxHtml(parts: ReadonlyMap<string, Uint8Array>) {
  const archive = zipSync(Object.fromEntries(parts), { level: 0 })
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength) },
      {
        styleMap: STYLES,
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        convertImage: noPictures,
      },
    )
    return value
  } catch {
    // mammoth throws whatever its parsers throw, which means nothing to a user.
    throw new UnreadableError(
      'It is damaged or not a Word document: its text cannot be read. Save it again as .docx.',
    )
  }
}

const noPictures = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))

/** Throws `UnreadableError` for a part that is nested deeper than documents are. */
export function refuseDeepParts(texts: ReadonlyMap<string, string>): void {
  for (const xml of texts.values()) if (isDeep(xml)) throw new UnreadableError('It is nested too deeply.')
}

function isDeep(xml: string): boolean {
  let depth = 0
  for (const [tag] of xml.matchAll(/<\/?[^\s<>/!?][^<>]*>/g)) {
    if (tag.startsWith('</')) depth--
    else if (!tag.endsWith('/>') && ++depth > DEPTH) return true
  }
  return false
}
