import { withoutMarks } from './link-marks'

const pairs = (plain: string, other: string) => new Map([...plain].map((sign, at) => [sign, [...other][at]!]))

const RAISED = pairs('0123456789+-−=()', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾')
const RAISED_LETTERS = pairs('abcdefghijklmnoprstuvwxyz', 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ')
const LOWERED = pairs('0123456789+-−=()', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎')
/** Signs that stand between the numbers of several notes, and have no raised form. */
const BETWEEN = /^[,;–\s]$/

/**
 * Raised words as text that keeps them apart from what stands before them: `2019` and a raised `3` are not 20193.
 * Figures get the raised signs of Unicode, and what has none is written as a power, `10^(x/2)`. Ordinals (`1st`) and
 * abbreviations (`Mme`) are the same word raised or not, and stay.
 * @param words the raised words; they may contain marked links, which stay
 * @param before the text before them
 */
export function raised(words: string, before: string): string {
  const plain = withoutMarks(words).trim()
  if (plain === '' || /^[[*†‡§¶]/.test(plain)) return words
  const last = withoutMarks(before).at(-1) ?? ''
  if (/^[a-z]$/.test(plain)) {
    // `20e`, `1o`, `no`: an ordinal or an abbreviation, not the sign of a note.
    if (/[\d№nN]/.test(last) && /[aeo]/.test(plain)) return words
    return mapped(words, RAISED_LETTERS) ?? words
  }
  if (/^\p{L}[\p{L}\p{M}.’']+$/u.test(plain)) return words
  const figures = mapped(words, RAISED) ?? mapped(words, new Map([...RAISED, ...RAISED_LETTERS]))
  if (figures !== undefined) return figures
  return /\d/.test(plain) || /[-+−=/]/.test(plain) ? `^(${words.trim()})` : words
}

/** Lowered words. Behind a letter, as in CO2, figures stay as everybody writes them; behind a figure, and below a fraction’s line, they are set apart. */
export function lowered(words: string, before: string): string {
  if (!/\d$|[⁰¹²³⁴-⁹]\s?[/⁄]$/.test(withoutMarks(before).slice(-3))) return words
  return mapped(words, LOWERED) ?? `_(${words.trim()})`
}

/** Every sign in its other form; undefined if one has none. A marked address is not words. */
function mapped(words: string, forms: ReadonlyMap<string, string>): string | undefined {
  const parts = words.split(/(\uFDD0[^\uFDD0-\uFDD2]*\uFDD1|\uFDD2)/)
  let known = true
  const made = parts.map((part, at) =>
    at % 2 === 1
      ? part
      : [...part]
          .map((sign) => {
            const form = forms.get(sign) ?? (BETWEEN.test(sign) ? sign : undefined)
            known &&= form !== undefined
            return form ?? sign
          })
          .join(''),
  )
  return known ? made.join('') : undefined
}
