/** A designation with a hyphen before a number, such as `S-400` or `F-35`. */
export const DESIGNATION = /(?<![\p{L}\p{N}])\p{Lu}\p{L}{0,3}-\p{N}{1,4}\p{L}?(?![\p{L}\p{N}-])/gu

/** The parts of a text, in order: designations, and what is between them. */
export function designationsIn(text: string): { readonly text: string; readonly isWhole: boolean }[] {
  const parts: { text: string; isWhole: boolean }[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(DESIGNATION)) {
    if (index > end) parts.push({ text: text.slice(end, index), isWhole: false })
    parts.push({ text: found, isWhole: true })
    end = index + found.length
  }
  if (end < text.length) parts.push({ text: text.slice(end), isWhole: false })
  return parts
}
