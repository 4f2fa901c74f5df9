import { decodeWindows1252 } from './windows-1252'

const decodeIn = (label: string, bytes: Uint8Array): string =>
  label === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(label).decode(bytes)

/** What each byte, and each two bytes that stand for one character, are decoded to. */
function tableOf(label: string): ReadonlyMap<string, readonly number[]> {
  const table = new Map<string, readonly number[]>()
  const alone = new Set<number>()
  for (let byte = 0; byte < 256; byte++) {
    const character = decodeIn(label, Uint8Array.of(byte))
    if (character.length !== 1 || character === '\uFFFD') continue
    alone.add(byte)
    if (!table.has(character)) table.set(character, [byte])
  }
  for (let first = 0x81; first < 0xff; first++)
    for (let second = 0x30; second < 0xff && !alone.has(first); second++) {
      const character = decodeIn(label, Uint8Array.of(first, second))
      if ([...character].length === 1 && character !== '\uFFFD' && !table.has(character))
        table.set(character, [first, second])
    }
  return table
}

/**
 * The bytes that are decoded to a text in an encoding. Undefined if the text has a character that one or two bytes do not
 * give there, so that the bytes cannot be told.
 */
export function encodeIn(label: string, text: string): Uint8Array | undefined {
  if (/^utf-8$/i.test(label)) return Buffer.from(text)
  const table = tableOf(label)
  const bytes: number[] = []
  for (const character of text) {
    const found = table.get(character)
    if (!found) return undefined
    for (const byte of found) bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}
