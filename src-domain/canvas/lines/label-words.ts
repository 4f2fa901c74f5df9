import type { Relation } from '../../records/relation'
import { schemeNamed } from '../../vocabulary/argumentation-schemes'

/** A scheme with a longer title is not named on the map. UTF-16 units. */
const SCHEME_LIMIT = 28

/**
 * The text of a relation's label: the number of premises that are not shown, the strength, and the scheme.
 * @param missing the number of premises that are not shown
 */
export function labelWords({ strength, scheme }: Relation, missing: number): string {
  const title = schemeNamed(scheme)?.title ?? ''
  const named = title.length <= SCHEME_LIMIT ? title : ''
  return [missing ? `+${missing}` : '', strength, named].filter(Boolean).join(' · ')
}

/** The width of an average character of a label in map pixels, rather too much than too little. */
const TYPICAL_CHARACTER = 6.6
/** Beside the words of a label. Map pixels. */
const AROUND = 16

/** Estimates the width that a label needs beside its sign, in map pixels; 0 without a label. */
export function labelRoom(relation: Relation, missing: number): number {
  const words = labelWords(relation, missing)
  return words === '' ? 0 : words.length * TYPICAL_CHARACTER + AROUND
}
