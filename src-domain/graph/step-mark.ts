import type { Relation, Strength } from '../records/relation'
import { schemeNamed } from './schemes'
import type { TextStyle } from './wrap'

/** How the words beside a junction are set. */
export const STEP_MARK: TextStyle = { size: 11, weight: 600 }

const WIDTHS: Record<Strength | '', number> = { weak: 1, '': 1.75, moderate: 1.75, strong: 3.25 }

/** How wide a step's lines are drawn, in map pixels. The words say the same, for whom the width says nothing. */
export const strokeWidth = ({ strength }: Relation): number => WIDTHS[strength]

/** A longer title of a scheme does not stand on the map. Characters. */
const SCHEME_LIMIT = 28

/** What stands beside a step's junction: how much it weighs and the scheme that it follows; empty when neither is said. */
export function stepMark({ strength, scheme }: Relation): string {
  const title = schemeNamed(scheme)?.title ?? ''
  return [strength, title.length <= SCHEME_LIMIT ? title : ''].filter(Boolean).join(' · ')
}
