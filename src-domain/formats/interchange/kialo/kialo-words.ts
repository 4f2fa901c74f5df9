import { writable } from '../../export/picture/svg-xml'

/**
 * A wording in which nothing is a link, a number or a reference to another claim. A thesis that begins with “Pro:” begins
 * on the next line, because it is on no side.
 */
export function kialoWords(text: string, side: string): string {
  const escaped = writable(text)
    .trim()
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/^->/, '\\->')
    .replace(/^(\d+(?:\.\d+)*)\.(?= )/gm, '$1\\.')
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
  return side === '' && /^(?:Pro|Con):/.test(escaped) ? `\n${escaped}` : escaped
}
