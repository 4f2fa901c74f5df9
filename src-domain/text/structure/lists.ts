const BULLET = /^[-*+•‣⁃◦▪●–·]\s+\S/u
const NUMBER = /^(?:\(?(\d{1,3})[.)]|\[(\d{1,3})\])\s*\p{L}|^(?:\(?(\d{1,3})[.)]|\[(\d{1,3})\])\s+\S/u
const LETTER = /^\(?[a-z][.)]\s+\S/u

/** The marker that a list item begins with, with its number if it has one; undefined for no marker. */
export function listMarker(
  text: string,
): { kind: 'bullet' | 'number' | 'letter'; number?: number } | undefined {
  const head = text.slice(0, 12)
  if (BULLET.test(head)) return { kind: 'bullet' }
  const number = NUMBER.exec(head)
  if (number) return { kind: 'number', number: Number(number.slice(1).find((group) => group !== undefined)) }
  return LETTER.test(head) ? { kind: 'letter' } : undefined
}

/**
 * Whether `next` continues the list of the item `text`: with the same kind of marker and, if numbered, the next number.
 */
export function followsInList(text: string, next: string): boolean {
  const marker = listMarker(text)
  const following = listMarker(next)
  if (!marker || marker.kind !== following?.kind) return false
  if (marker.number === undefined || following.number === undefined) return true
  return following.number - marker.number === 1
}
