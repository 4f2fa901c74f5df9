/**
 * Finds an integer in JSON that a number of JavaScript cannot hold, so that saving would change it: one of more than 2^53.
 * @param json valid JSON
 * @returns its digits; undefined if there is none
 */
export function inexactInteger(json: string): string | undefined {
  if (!hasLongNumber(json)) return undefined
  for (let at = 0; at < json.length;) {
    const quote = json.indexOf('"', at)
    const end = quote < 0 ? json.length : quote
    for (const [digits] of json.slice(at, end).matchAll(/(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g))
      if (!Number.isSafeInteger(Number(digits))) return digits
    at = quote < 0 ? json.length : endOfString(json, quote)
  }
  return undefined
}

/** The position after the string that begins at this quote. */
function endOfString(json: string, quote: number): number {
  for (let end = json.indexOf('"', quote + 1); end >= 0; end = json.indexOf('"', end + 1)) {
    let backslashes = 0
    while (json[end - 1 - backslashes] === '\\') backslashes++
    if (backslashes % 2 === 0) return end + 1
  }
  return json.length
}

/** The fewest digits of an integer of more than 2^53. */
const LONG = 16

/** Whether so many digits follow one another. One of them is at a multiple of their number, so the others need no look. */
function hasLongNumber(json: string): boolean {
  const isDigit = (at: number) => {
    const unit = json.charCodeAt(at)
    return unit >= 48 && unit <= 57
  }
  for (let at = LONG - 1; at < json.length; at += LONG) {
    if (!isDigit(at)) continue
    let start = at
    while (start > 0 && isDigit(start - 1)) start--
    let end = at + 1
    while (end < json.length && isDigit(end)) end++
    if (end - start >= LONG) return true
  }
  return false
}
