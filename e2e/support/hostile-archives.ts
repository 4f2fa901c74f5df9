import { zipSync } from 'fflate'
import { docx, epub, odt, wordRun, zip } from './hostile-documents'
import { CRAMMED, type HostileFile, refused, MEGABYTE } from './hostile-file'

export const archives = (): HostileFile[] => {
  const bomb = zipSync({ 'word/document.xml': CRAMMED, 'content.xml': CRAMMED, 'a.xhtml': CRAMMED })
  const lying = Buffer.from(docx(wordRun('x'), { 'word/big.xml': CRAMMED.subarray(0, 3 * MEGABYTE) }))
  const locked = Buffer.from(odt('<text:p>x</text:p>'))
  for (let at = locked.indexOf('PK\u0001\u0002'); at >= 0; at = locked.indexOf('PK\u0001\u0002', at + 4))
    locked.writeUInt16LE(locked.readUInt16LE(at + 8) | 1, at + 8)
  for (let at = lying.indexOf('PK\u0001\u0002'); at >= 0; at = lying.indexOf('PK\u0001\u0002', at + 4))
    lying.writeUInt32LE(10, at + 24)
  let nested: Uint8Array = zip({ 'a.txt': 'x' })
  for (let level = 0; level < 50; level++) nested = zip({ 'word/document.xml': nested })
  const many = Object.fromEntries(Array.from({ length: 5001 }, (_, index) => [`${index}.xml`, '']))
  return [
    refused('bomb.docx', 'a small archive of hundreds of megabytes', bomb),
    refused('bomb.odt', 'a small archive of hundreds of megabytes', bomb),
    refused('bomb.epub', 'a small archive of hundreds of megabytes', bomb),
    refused('nested.docx', 'archives in archives', nested),
    refused('many.epub', 'more parts than a book has', epub('<p>x</p>', many)),
    refused('lying.docx', 'sizes that are not so', lying),
    refused('locked.odt', 'parts that say they are locked', locked),
    refused(
      'out.docx',
      'a part that lies outside of the archive',
      docx(wordRun('x'), { '../../evil.xml': 'evil' }),
    ),
    refused(
      'root.epub',
      'a part that lies at the root of the disk',
      epub('<p>x</p>', { '/tmp/evil.xml': 'evil' }),
    ),
    refused(
      'windows.odt',
      'a part that lies on another disk',
      odt('<text:p>x</text:p>', { 'C:\\evil.xml': 'evil' }),
    ),
    refused('cut.docx', 'an archive cut short', docx(wordRun('x')).slice(0, 300)),
  ]
}
