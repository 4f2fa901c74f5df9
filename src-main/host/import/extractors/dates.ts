import { isWeekday, monthsOf, withoutWeekday } from './date-words'

/** The form of a date that cannot be told: the words themselves, as far as a source keeps them. */
const LONGEST = 40

/** The order of day and month in all-numeric dates, for languages with a region where it is month first. */
const MONTH_FIRST = /^en-(?:US|PH|PR|GU)\b/i
/** English without a region is written both ways. */
const EITHER = /^en$|^en-CA\b/i

/**
 * A date with the precision of its source: `2019`, `2019-08` or `2019-08-06`. The words themselves if they do not say a
 * date for sure: spans and seasons are no days, and an all-numeric date is read only in the order that the language of
 * its page has, never month first by guess.
 * @param language the BCP 47 tag of the page; empty if it is not known
 */
export function dateOf(words: string, language = ''): string {
  const text = words.replace(/\s+/g, ' ').trim()
  const said = withoutLabel(inFigures(text), language)
  const date =
    isoDate(said) ??
    numericDate(said, language) ??
    eastAsianDate(said) ??
    vietnameseDate(said) ??
    writtenDate(said, language)
  return date !== undefined && isOurs(Number(date.slice(0, 4)), language) ? date : text.slice(0, LONGEST)
}

/** Figures of all scripts as those of ASCII, and dates in figures without spaces between them. */
const inFigures = (text: string): string =>
  text
    .replace(/\p{Nd}/gu, (digit) => String(digitOf(digit)))
    .replace(/(?<=(?:^|\D)\d{1,4}\.) (?=\d{1,4}(?:\.|$))/g, '')

/** The value of a decimal digit. In each script the ten digits follow one another (Unicode 4.6). */
function digitOf(digit: string): number {
  let zero = digit.codePointAt(0)!
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && digit.codePointAt(0)! - zero < 9) zero--
  return digit.codePointAt(0)! - zero
}

/** What stands before a date of publication. A date of change is another date. */
const LABEL =
  /^(?:(?:first )?published|posted|date|veröffentlicht|erschienen|stand|publié|publicado|pubblicato|gepubliceerd|publicerad|publisert|udgivet|opublikowano|опубликовано|yayınlanma(?: tarihi)?)(?: (?:on|am|le|el|il|em|op|den|vom))?:? (?=\S)|^(?:the|den|le|on|am) (?=\d)/iu

/** A date without its label, and without the day of the week before a date in figures. */
function withoutLabel(text: string, language: string): string {
  const said = text.replace(LABEL, '')
  const day = /^([\p{L} .]{2,20}?),? (?=\d{1,4}[-/.]\d)/u.exec(said)
  return day && isWeekday(day[1]!.toLowerCase().replace('.', ''), language) ? said.slice(day[0].length) : said
}

/** Whether a year is one of the calendar that all dates here are in. Thai and Persian pages have years of others. */
const isOurs = (year: number, language: string): boolean =>
  year < 2400 && !(year < 1600 && /^(?:fa|ps|ar|ckb|ur)\b/i.test(language))

/** A time behind a date. A second date makes a span. */
const TIME = String.raw`(?:(?: [|–-] |[T ,]+)(?:à |um |at )?(?!\d{4}[-/.]|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})\d{1,2}[:.h]?\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?.{0,30})?`
const ISO = new RegExp(String.raw`^(\d{4})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?\.?${TIME}$`)
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/

function isoDate(text: string): string | undefined {
  const compact = COMPACT.exec(text)
  if (compact) return checked(compact[1]!, compact[2], compact[3])
  const parts = ISO.exec(text)
  return parts ? checked(parts[1]!, parts[3], parts[4]) : undefined
}

function numericDate(text: string, language: string): string | undefined {
  const parts = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`).exec(text)
  if (!parts) return undefined
  const [first, second, year] = [Number(parts[1]), Number(parts[3]), parts[4]!]
  const dayFirst = checked(year, parts[3], parts[1])
  const monthFirst = checked(year, parts[1], parts[3])
  if (first === second || first > 12) return dayFirst
  if (second > 12) return monthFirst
  if (MONTH_FIRST.test(language)) return monthFirst
  // Points stand between day, month and year in no place that begins with the month.
  const known = (language !== '' && !EITHER.test(language)) || parts[2] === '.'
  return known ? dayFirst : undefined
}

/** A date in Chinese, Japanese or Korean: each figure has its unit behind it. */
function eastAsianDate(text: string): string | undefined {
  const parts = /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日号일])?(?:\D.{0,30})?$/u.exec(text)
  // A second date behind it makes a span.
  return parts && !/[年년月월]/u.test(text.slice(text.search(/[月월]/u) + 1))
    ? checked(parts[1]!, parts[2], parts[3])
    : undefined
}

/** A date in Vietnamese, whose months have numbers for names. */
function vietnameseDate(text: string): string | undefined {
  const parts = /^(?:[\p{L} ]{1,12}, )?(?:ngày )?(\d{1,2}) tháng (\d{1,2})(?:,| năm) (\d{4})$/iu.exec(text)
  return parts ? checked(parts[3]!, parts[2], parts[1]) : undefined
}

/** A date with the name of its month, in English or in the language of the page. */
function writtenDate(text: string, language: string): string | undefined {
  if (text.length > 100) return undefined
  const months = [monthsOf(language), monthsOf('en')]
  const bare = text
    .toLowerCase()
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/(?:,| [|–-]| at| um| à)?\s+\d{1,2}[:.h]\d{2}(?!\d|[./]\d{4}).{0,30}$/, '')
    .replace(/^(\d{1,2}|\d{4})[-/]?(\p{L}+)[-/]?(\d{4}|\d{1,2})$/u, '$1 $2 $3')
    .replace(/^(\p{L}+)[-/]?(\d{4})$/u, '$1 $2')
    .replace(/(?<=\d )d['’](?=\p{L})/u, '')
    .replace(/(?<=\d{4}) m\. /, ' ')
    .replace(/(?<=\d) d\.$/, '')
    .replace(/(?<=\d)(?:st|nd|rd|th|er|º|\.)(?=[\s,])/g, '')
    .replace(/[,.]/g, ' ')
    .replace(/\b(?:of|de|del)\b/g, ' ')
    .replace(/(?<=\d{4}) +(?:г|года|р|року)(?= |$)/u, ' ')
    .trim()
    .split(/\s+/)
  const words = withoutWeekday(bare, language)
  const month = (word: string | undefined): string | undefined => {
    const names = [word ?? '', (word ?? '').replace(/^ב/u, '')]
    const found = months
      .flatMap((known) => names.map((name) => known.get(name)))
      .find((number) => number !== undefined)
    return found === undefined ? undefined : String(found)
  }
  const isYear = (word: string | undefined) => /^\d{4}$/.test(word ?? '')
  const isDay = (word: string | undefined) => /^\d{1,2}$/.test(word ?? '')
  const [a, b, c] = words
  if (words.length === 3 && isYear(c)) {
    if (isDay(a) && month(b)) return checked(c!, month(b), a)
    if (isDay(b) && month(a)) return checked(c!, month(a), b)
  }
  // Hungarian, Lithuanian and others write the year first.
  if (words.length === 3 && isYear(a) && month(b) && isDay(c)) return checked(a!, month(b), c)
  return words.length === 2 && isYear(b) && month(a) ? checked(b!, month(a), undefined) : undefined
}

const checked = (year: string, month: string | undefined, day: string | undefined): string | undefined => {
  if (month === undefined) return year
  const [m, d] = [Number(month), day === undefined ? 1 : Number(day)]
  if (m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(Number(year), m, 0)).getUTCDate()) return undefined
  return [year, month, day].flatMap((part) => (part === undefined ? [] : part.padStart(2, '0'))).join('-')
}
