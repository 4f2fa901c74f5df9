import { foldForSearch } from '#domain/text/clean/search-fold'

/**
 * The distance of a label from the typed text, if it has all its letters in order; undefined otherwise. Letters at
 * the beginning of a word or next to each other count as closer; of two equal labels the shorter is closer.
 */
export function closeness(label: string, typed: string): number | undefined {
  const text = foldForSearch(label)
  const letters = foldForSearch(typed).replace(/\s+/g, '')
  if (letters === '') return 0
  const length = label.length / 1e6
  const whole = text.indexOf(foldForSearch(typed).trim())
  if (whole !== -1) return length + (whole === 0 ? 0 : 1)
  let at = -1
  let gaps = 2
  for (const letter of letters) {
    const next = text.indexOf(letter, at + 1)
    if (next === -1) return undefined
    const beginsWord = next === 0 || /[\s\-_/.]/.test(text[next - 1]!)
    if (next !== at + 1 && !beginsWord) gaps += next - at
    at = next
  }
  return length + gaps
}
