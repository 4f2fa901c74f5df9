import { decodeWindows1252 } from '../../../files/windows-1252'

/** Groups that are not text of the document. Unknown groups that begin with `\*` are left out too. */
export const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['fonttbl', ''],
  ['colortbl', ''],
  ['filetbl', ''],
  ['listtable', ''],
  ['listoverridetable', ''],
  ['revtbl', ''],
  ['rsidtbl', ''],
  ['latentstyles', ''],
  ['themedata', ''],
  ['datastore', ''],
  ['xmlnstbl', ''],
  ['generator', ''],
  ['bkmkstart', ''],
  ['bkmkend', ''],
  ['nonshppict', ''],
  ['xe', ''],
  ['tc', ''],
  // Properties of shapes, and what programs show that do not know shapes.
  ['sp', ''],
  ['shprslt', ''],
  ['template', ''],
  ['shppict', 'pictures left out'],
  ['pict', 'pictures left out'],
  ['object', 'embedded objects left out'],
  ['annotation', 'comments left out'],
  ['atnid', ''],
  ['atnauthor', ''],
  ['header', 'headers and footers left out'],
  ['headerl', 'headers and footers left out'],
  ['headerr', 'headers and footers left out'],
  ['headerf', 'headers and footers left out'],
  ['footer', 'headers and footers left out'],
  ['footerl', 'headers and footers left out'],
  ['footerr', 'headers and footers left out'],
  ['footerf', 'headers and footers left out'],
])

/** Groups that LibreOffice and Word mark with `\\*` although they are text of the document. */
export const READ_IF_OPTIONAL: ReadonlySet<string> = new Set(['cs', 'fldinst', 'footnote', 'shpinst'])

/** Control words that stand for a character. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['{', '{'],
  ['}', '}'],
  ['\\', '\\'],
  ['tab', '\t'],
  ['line', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['enspace', ' '],
  ['emspace', ' '],
  ['qmspace', ' '],
])

/** The code page of each character set of a font. */
export const CHARSETS: Readonly<Record<number, string>> = {
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}

const PAGES: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
}

/** The name of a code page as decoders know it. */
export const pageOf = (number: number): string =>
  PAGES[number] ?? (number >= 1250 && number <= 1258 ? `windows-${number}` : 'windows-1252')

/** Decodes bytes of a code page. */
export const decoded = (bytes: Uint8Array, page: string): string =>
  page === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(page).decode(bytes)
