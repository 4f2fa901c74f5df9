import { CAPTIONS } from './thresholds'

const PICTURE = String.raw`(?:photo|photograph|image|picture|illustration|graphic|video)s?`
const PHOTO_LABEL = new RegExp(
  String.raw`^\W?(?:[\p{L}\d]+ ){0,3}${PICTURE}(?: (?:credits?|courtesy|source))?(?::| courtesy of\b)`,
  'iu',
)
const PHOTO_BY = new RegExp(String.raw`^\W?${PICTURE} (?:by|©|from|via)\b.{0,100}$`, 'iu')
const CREDIT = /^\W?(?:credits?|courtesy of|source|getty images|(?:file )?photo)\b[:/ ].{1,80}$/iu
const TRAILING_CREDIT =
  /(?:^|[\s(])(?:(?:photo |image |picture )?(?:source|credit|courtesy)s?|photo|image|©)(?: by| of)?:\s?[^.:]{1,60}\)?\.?$/iu
const AGENCY =
  /\((?:[^()]{0,80}[/ ])?(?:AP|AP Photo|AFP|Reuters|EPA|TASS|Getty Images|Shutterstock|Anadolu|Bloomberg|Wikimedia(?: Commons)?)(?:\/[^()]{0,40})?\)\.?$/iu
const FIGURE =
  /^(?:figure|fig\.|table|chart|map|exhibit|graph|plate|box)\s+(?:\d+(?:\.\d+)*[a-z]?|[IVX]+)\s?[.:–—|]\s?\S/iu

/**
 * What the text is a caption of: a picture, which plain text cannot hold, or a figure or table; undefined for neither.
 */
export function captionOf(text: string): 'picture' | 'figure' | undefined {
  if (text.length > CAPTIONS.longest) return undefined
  if (FIGURE.test(text)) return text.length <= CAPTIONS.longestFigure ? 'figure' : undefined
  if (PHOTO_LABEL.test(text) || AGENCY.test(text.slice(-160))) return 'picture'
  if (text.length <= CAPTIONS.longestCredit && (PHOTO_BY.test(text) || CREDIT.test(text))) return 'picture'
  return text.length <= CAPTIONS.longestWithCredit && TRAILING_CREDIT.test(text.slice(-90))
    ? 'picture'
    : undefined
}

export const PICTURE_ASIDE = 'caption of a picture that was left out'
