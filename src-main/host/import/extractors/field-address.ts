import { linkTarget } from './html/html-links'

/** Switches of an instruction that have a value behind them (ECMA-376-1, 17.16.5.25). */
const WITH_VALUE = /^\\[lot*@#]$/i

/**
 * The web address to which a field of Word or of rich text leads, by its instruction, such as
 * `HYPERLINK "https://example.org/" \o "Tip"`. Undefined for other fields, other schemes and places in the same document.
 */
export function fieldAddress(instruction: string): string | undefined {
  const [name, ...words] = [...instruction.matchAll(/"([^"]*)"?|\S+/g)].map(([word, quoted]) => ({
    word,
    quoted,
  }))
  if (name?.word.toUpperCase() !== 'HYPERLINK') return undefined
  let expected: string | undefined
  let address = ''
  let place = ''
  for (const { word, quoted } of words) {
    const value = (quoted ?? word).trim()
    if (quoted === undefined && WITH_VALUE.test(word)) expected = word.toLowerCase()
    else if (quoted === undefined && word.startsWith('\\')) expected = undefined
    else if (expected === undefined) address ||= value
    else {
      if (expected === '\\l') place = value
      expected = undefined
    }
  }
  return linkTarget(place === '' || address === '' ? address : `${address}#${place}`, '')
}
