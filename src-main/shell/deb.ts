const SIGN = '!<arch>\n'
const HEADER = 60

/**
 * The compressed archive with the files of a Debian package, which is an `ar` archive (deb(5)).
 * @returns undefined if there is none, or if it is compressed in another way than Counterpoint's
 */
export function dataOfDeb(bytes: Uint8Array): Uint8Array | undefined {
  const text = (from: number, length: number): string =>
    new TextDecoder('latin1').decode(bytes.subarray(from, from + length)).trim()
  if (text(0, SIGN.length) !== SIGN.trim()) return undefined
  for (let at = SIGN.length; at + HEADER <= bytes.length;) {
    const [name, digits] = [text(at, 16), text(at + 48, 10)]
    if (!/^\d+$/.test(digits)) return undefined
    const [start, size] = [at + HEADER, Number(digits)]
    if (/^data\.tar\.gz\/?$/.test(name)) return bytes.subarray(start, start + size)
    // Every file begins at an even byte.
    at = start + size + (size % 2)
  }
  return undefined
}
