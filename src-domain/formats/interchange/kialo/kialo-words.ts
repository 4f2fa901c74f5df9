import type { Relation } from '../../../records/relation'
import { writable } from '../../export/picture/svg-xml'

/** Kialo has reasons for and against a claim, each by itself. */
export const isSaid = ({ kind, premises, targetType }: Relation): boolean =>
  kind !== 'contradict' && premises.length === 1 && targetType === 'claim'

/** A text on one line. */
export const oneLine = (text: string): string => writable(text).replace(/\s+/g, ' ').trim()

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
