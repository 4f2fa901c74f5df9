/** Short names of months that are in use beside those of `Intl`. */
const MORE: ReadonlyMap<string, readonly (readonly [string, number])[]> = new Map([
  ['en', [['sept', 9]]],
  [
    'de',
    [
      ['jän', 1],
      ['jänner', 1],
      ['feber', 2],
      ['mrz', 3],
      ['sept', 9],
    ],
  ],
])

const known = new Map<string, ReadonlyMap<string, number>>()

/** The names of the months in a language, in full and short, alone and beside a day. */
export function monthsOf(language: string): ReadonlyMap<string, number> {
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
  for (const [name, month] of MORE.get(language.slice(0, 2).toLowerCase()) ?? []) names.set(name, month)
  known.set(language, names)
  return names
}

/** Whether a word is the name of a day of the week in a language, or in English. */
export function isWeekday(word: string, language: string): boolean {
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

/** The day of the week stands before a date, in one word or two, or behind it. */
export function withoutWeekday(words: readonly string[], language: string): readonly string[] {
  for (const count of [1, 2])
    if (isWeekday(words.slice(0, count).join(' '), language)) return words.slice(count)
  return words.length > 3 && isWeekday(words.at(-1)!, language) ? words.slice(0, -1) : words
}
