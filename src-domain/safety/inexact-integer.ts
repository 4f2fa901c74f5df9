/** The least number next to which there are integers that a number of JavaScript cannot hold. */
const LEAST = 2 ** 53
/** The fewest digits of such an integer. A number with fewer is written as it was read. */
const LONG = 16
const LONG_WHOLE = new RegExp(String.raw`^\d{${LONG}}`)

/**
 * Finds a number in JSON, of 2^53 and more, that has another value when it is written again, because a number of JavaScript
 * cannot hold all its digits. It may have a point or an exponent.
 * @param json valid JSON
 * @returns it as it is written there; undefined if there is none
 */
export function inexactInteger(json: string): string | undefined {
  if (!hasLongNumber(json)) return undefined
  for (let at = 0; at < json.length;) {
    const quote = json.indexOf('"', at)
    const end = quote < 0 ? json.length : quote
    for (const [number] of json.slice(at, end).matchAll(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g))
      if (number.length >= LONG && isChanged(number)) return number
    at = quote < 0 ? json.length : endOfString(json, quote)
  }
  return undefined
}

function isChanged(written: string): boolean {
  const number = Math.abs(Number(written))
  return number >= LEAST && number < Infinity && decimalOf(written) !== decimalOf(String(number))
}

/** The digits of a number without zeros around them, and the exponent of the last. */
function decimalOf(written: string): string {
  const [, whole = '', fraction = '', exponent = '0'] =
    /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(written) ?? []
  const digits = whole + fraction
  let end = digits.length
  while (digits[end - 1] === '0') end--
  return `${digits.slice(0, end).replace(/^0+/, '')}e${Number(exponent) - fraction.length + digits.length - end}`
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

const POINT = 46
const SLASH = 47
const NINE = 57

/** Whether a code unit is a digit or a point. */
const isOfNumber = (unit: number): boolean => unit <= NINE && unit >= POINT && unit !== SLASH

/**
 * Whether there may be so many digits before a point, or in a number with an exponent. Looks only at every sixteenth
 * character: one of so many is there.
 */
function hasLongNumber(json: string): boolean {
  for (let at = LONG - 1; at < json.length; at += LONG) {
    if (!isOfNumber(json.charCodeAt(at))) continue
    let start = at
    while (start > 0 && isOfNumber(json.charCodeAt(start - 1))) start--
    let end = at + 1
    while (end < json.length && isOfNumber(json.charCodeAt(end))) end++
    at = end
    if (end - start < LONG) continue
    const digits = json.slice(start, end)
    if (LONG_WHOLE.test(digits) || json[end] === 'e' || json[end] === 'E') return true
  }
  return false
}
