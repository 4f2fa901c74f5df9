import { readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import * as fontkit from 'fontkit'

const FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.local/share/fonts'),
  '/System/Library/Fonts',
  '/Library/Fonts',
  join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
]
/** File names of upright, regular typefaces that usually cover scripts which ours lacks. */
const LIKELY = new RegExp(
  '^(dejavusans|noto ?sans|noto ?emoji|droidsansfallback|freesans|symbola|wqy|ipag|arial|apple ?symbols|geeza|' +
    'hiragino|pingfang|segoeui|seguisym|seguiemj|msyh|meiryo|malgun|nirmala|leelawui)',
  'i',
)
const PICTURED = /^noto ?color ?emoji|^emoji|emoji ?one|twemoji|twitter ?color/i
const SLANTED_OR_BOLD = /bold|italic|oblique|thin|light|medium|mono/i

/**
 * Typefaces of this computer for these characters, as few as possible. Characters that none of them has are ignored.
 */
export function systemFontsWith(characters: Iterable<string>): Uint8Array[] {
  const wanted = new Set(characters)
  const found: Uint8Array[] = []
  for (const path of wanted.size ? FOLDERS.flatMap(likelyFonts) : []) {
    const covered = heldBy(path, wanted)
    if (covered.length === 0) continue
    for (const character of covered) wanted.delete(character)
    found.push(readFileSync(path))
    if (wanted.size === 0) break
  }
  return found
}

const likelyFonts = (folder: string): string[] =>
  filesIn(folder, LIKELY).filter((path) => !SLANTED_OR_BOLD.test(basename(path)))

function filesIn(folder: string, named: RegExp): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ttf|otf|ttc)$/i.test(path) && named.test(basename(path)))
      .map((path) => join(folder, path))
  } catch {
    return []
  }
}

/** The files of typefaces of this computer that have pictures for emoji. */
export const picturedFonts = (): string[] => FOLDERS.flatMap((folder) => filesIn(folder, PICTURED))

/** The characters that a typeface has; none if the file cannot be read. */
function heldBy(path: string, characters: ReadonlySet<string>): string[] {
  try {
    const file = fontkit.openSync(path)
    const faces = 'fonts' in file ? file.fonts : [file]
    return [...characters].filter((each) =>
      faces.some((face) => face.hasGlyphForCodePoint(each.codePointAt(0)!)),
    )
  } catch {
    return []
  }
}
