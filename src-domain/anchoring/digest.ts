let last = { text: '', digest: '' }

/**
 * A digest of a text: two 32-bit hashes (FNV-1a, and a variant with another prime) in hexadecimal. It is not safe
 * against forgery. The last one is cached, since every excerpt of a source needs the same.
 */
export function digest(text: string): string {
  if (text !== last.text || last.digest === '') last = { text, digest: hashOf(text) }
  return last.digest
}

function hashOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x9747b28c]
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    one = Math.imul(one ^ unit, 0x01000193)
    other = Math.imul(other ^ unit, 0x85ebca6b)
    other ^= other >>> 15
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
