/** Bytes from the beginning that are enough for a guess. */
const SAMPLE = 65_536
/** The fewest signs of Japanese script that show UTF-16 where nothing else does, as a share of all. */
const KANA = 0.1
/** How much of a text are letters and signs that are in use. */
const SOUND = 0.98

/**
 * UTF-16 without a byte order mark. Spaces, figures and Latin letters have a zero byte; signs of East Asian writing have a
 * byte that no text in another encoding has, or are in a script of their own. Undefined for other bytes.
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, Math.min(SAMPLE, bytes.length - (bytes.length % 2)))
  const [little, big] = (['utf-16le', 'utf-16be'] as const).map((label) => ({
    label,
    signs: signsIn(sample, label),
  }))
  const [best, other] = little!.signs >= big!.signs ? [little!, big!] : [big!, little!]
  return best.signs > 0 && other.signs <= best.signs / 20 ? best.label : undefined
}

/** The share of characters that show a text to be in this encoding; 0 if it is none. */
function signsIn(sample: Uint8Array, label: string): number {
  const text = new TextDecoder(label).decode(sample)
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const sound = count(/[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\n\r\t]/gu)
  if (text === '' || sound < [...text].length * SOUND) return 0
  const plain = count(/[\n\r\t -~\u3001\u3002\uFF01\uFF08-\uFF0C\uFF1A\uFF1B\uFF1F]/g)
  const kana = count(/[\u3041-\u30FF]/g)
  const hasOwnByte = sample.includes(0) || sample.includes(0xff)
  return hasOwnByte || kana >= text.length * KANA ? (plain + kana) / text.length : 0
}
