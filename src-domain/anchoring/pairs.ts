/** Whether an offset is between the two halves of a surrogate pair. */
export function cutsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  return /[\uD800-\uDBFF]/.test(text[offset - 1]!) && /[\uDC00-\uDFFF]/.test(text[offset]!)
}

/** At most `limit` UTF-16 units from the start of a text, without cutting a surrogate pair. */
export const firstUnits = (text: string, limit: number): string =>
  text.slice(0, cutsPair(text, limit) ? limit - 1 : limit)
