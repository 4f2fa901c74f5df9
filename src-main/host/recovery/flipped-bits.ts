/** Flipped bits up to which a difference counts as damage, not as an edit. */
const FLIPS = 8

/** Whether the two differ by a few flipped bits. An edit by a program changes more. */
export function isFlipped(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false
  let flips = 0
  for (let index = 0; index < one.length; index++) {
    const bits = one[index]! ^ other[index]!
    if (bits === 0) continue
    if ((bits & (bits - 1)) !== 0 || ++flips > FLIPS) return false
  }
  return flips > 0
}
