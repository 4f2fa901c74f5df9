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
  return (
    isoDate(text) ??
    numericDate(text, language) ??
    eastAsianDate(text) ??
    writtenDate(text, language) ??
    text.slice(0, LONGEST)
  )
}

const TIME = String.raw`(?:[T ,]+\d{1,2}[:.]?\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?.{0,30})?`
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

/** A date with the name of its month, in English or in the language of the page. */
function writtenDate(text: string, language: string): string | undefined {
  if (text.length > 100) return undefined
  const months = [monthsOf(language), monthsOf('en')]
  const bare = text
    .toLowerCase()
    .replace(/\s*\([^()]*\)$/, '')
    .replace(/(?:,|\bat\b|\bum\b|\bà\b)?\s+\d{1,2}[:.]\d{2}(?!\d).{0,30}$/, '')
    .replace(/(?<=\d)(?:st|nd|rd|th|er|º|\.)(?=[\s,])/g, '')
    .replace(/[,.]/g, ' ')
    .replace(/\b(?:of|de|del)\b/g, ' ')
    .replace(/(?<=\d{4}) +(?:г|года|р|року)(?= |$)/u, ' ')
    .trim()
    .split(/\s+/)
  const words = isWeekday(bare[0] ?? '', language) ? bare.slice(1) : bare
  const month = (word: string | undefined): string | undefined => {
    const found = months.map((names) => names.get(word ?? '')).find((number) => number !== undefined)
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

const known = new Map<string, ReadonlyMap<string, number>>()

/** The names of the months in a language, in full and short, alone and beside a day. */
function monthsOf(language: string): ReadonlyMap<string, number> {
  const cached = known.get(language)
  if (cached) return cached
  const names = new Map<string, number>()
  for (const options of [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ] as const) {
    const format = formatOf(language, options)
    for (let month = 0; month < 12; month++) {
      const part = format?.formatToParts(Date.UTC(2021, month, 15)).find(({ type }) => type === 'month')
      const name = part?.value.toLowerCase().replace(/[.,]/g, '').trim()
      if (name && /^\p{L}[\p{L}\p{M}]{2,}$/u.test(name)) names.set(name, month + 1)
    }
  }
  if (language === 'en') names.set('sept', 9)
  known.set(language, names)
  return names
}

function isWeekday(word: string, language: string): boolean {
  return ['en', language].some((each) =>
    (['long', 'short'] as const).some((weekday) => {
      const format = formatOf(each, { weekday })
      return [0, 1, 2, 3, 4, 5, 6].some(
        (day) =>
          format
            ?.format(Date.UTC(2021, 0, 3 + day))
            .toLowerCase()
            .replace('.', '') === word,
      )
    }),
  )
}

function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat | undefined {
  try {
    return language === '' ? undefined : new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' })
  } catch {
    return undefined
  }
}
