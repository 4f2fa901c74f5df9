/** The letters and digits of a text, of which reading must lose none. */
export const lettersAndDigits = (text: string): string =>
  [...text.toWellFormed().matchAll(/[\p{L}\p{N}]/gu)].map(String).sort().join('')
