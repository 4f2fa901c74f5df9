/** The most signs that are named. */
const NAMED = 8

/**
 * The sentence about signs for which an export draws boxes.
 * @param keeps what keeps the signs all the same
 */
export function lackingSigns(signs: readonly string[], keeps: 'The text' | 'SVG'): string {
  const more = signs.length > NAMED ? ` and ${signs.length - NAMED} more signs` : ''
  const named = signs.slice(0, NAMED).join(' ')
  return `No typeface of this computer has ${named}${more}. Boxes stand in their place. ${keeps} keeps them.`
}
