/** Encodings in which a text without a declaration may be, as decoders know them, and their names on screen. */
export const ENCODINGS: readonly { readonly label: string; readonly title: string }[] = [
  { label: 'utf-8', title: 'Unicode (UTF-8)' },
  { label: 'utf-16le', title: 'Unicode (UTF-16, little endian)' },
  { label: 'utf-16be', title: 'Unicode (UTF-16, big endian)' },
  { label: 'windows-1252', title: 'Western (windows-1252)' },
  { label: 'windows-1250', title: 'Central European (windows-1250)' },
  { label: 'iso-8859-2', title: 'Central European (ISO 8859-2)' },
  { label: 'windows-1251', title: 'Cyrillic (windows-1251)' },
  { label: 'koi8-r', title: 'Cyrillic (KOI8-R)' },
  { label: 'koi8-u', title: 'Cyrillic (KOI8-U)' },
  { label: 'iso-8859-5', title: 'Cyrillic (ISO 8859-5)' },
  { label: 'ibm866', title: 'Cyrillic (DOS 866)' },
  { label: 'windows-1253', title: 'Greek (windows-1253)' },
  { label: 'iso-8859-7', title: 'Greek (ISO 8859-7)' },
  { label: 'windows-1254', title: 'Turkish (windows-1254)' },
  { label: 'windows-1255', title: 'Hebrew (windows-1255)' },
  { label: 'windows-1256', title: 'Arabic (windows-1256)' },
  { label: 'iso-8859-6', title: 'Arabic (ISO 8859-6)' },
  { label: 'windows-1257', title: 'Baltic (windows-1257)' },
  { label: 'windows-1258', title: 'Vietnamese (windows-1258)' },
  { label: 'windows-874', title: 'Thai (windows-874)' },
  { label: 'shift_jis', title: 'Japanese (Shift JIS)' },
  { label: 'euc-jp', title: 'Japanese (EUC-JP)' },
  { label: 'gb18030', title: 'Chinese (GB 18030)' },
  { label: 'big5', title: 'Chinese, traditional (Big5)' },
  { label: 'euc-kr', title: 'Korean (EUC-KR)' },
  { label: 'macintosh', title: 'Western (Macintosh)' },
  { label: 'x-mac-cyrillic', title: 'Cyrillic (Macintosh)' },
]

const GUESSED = ', guessed'

/** How an article names an encoding that was guessed. */
export const guessed = (label: string): string => `${label}${GUESSED}`

export const isGuess = (encoding: string): boolean => encoding.endsWith(GUESSED)

/** The encoding itself, as decoders know it. */
export const labelOf = (encoding: string): string => encoding.replace(GUESSED, '')

/** Whether a text may be in another encoding than it was read in: nothing in its file said which one it is. */
export const mayBeOther = (encoding: string): boolean =>
  ENCODINGS.some(({ label }) => label === labelOf(encoding)) && encoding !== 'UTF-8'
