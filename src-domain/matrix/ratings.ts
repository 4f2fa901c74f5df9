import type { Rating } from '../records/matrix-cell'
import type { MatrixRow } from '../records/matrix-row'
import type { Relation, RelationKind, Strength } from '../records/relation'

/** The rating of a cell; empty where nothing was rated. */
export type CellRating = Rating | ''

/** A rating in words, on screen and in reports. */
export const RATING_WORDS: Readonly<Record<CellRating, string>> = {
  CC: 'very consistent',
  C: 'consistent',
  N: 'could be read both ways',
  NA: 'does not apply',
  I: 'inconsistent',
  II: 'very inconsistent',
  '': 'not rated',
}

/** The rating that a relation between the evidence and the hypothesis shows, by its kind and strength. */
const SHOWN: Readonly<Record<RelationKind, Readonly<Record<Strength | '', Rating>>>> = {
  support: { '': 'C', weak: 'C', moderate: 'C', strong: 'CC' },
  attack: { '': 'I', weak: 'I', moderate: 'I', strong: 'II' },
  contradict: { '': 'II', weak: 'I', moderate: 'I', strong: 'II' },
}

/** Whether a relation is a direct one, of one premise, between the claim of a row and a hypothesis. */
export function isBetween(
  { kind, premises, targetType, target }: Relation,
  row: string,
  hypothesis: string,
): boolean {
  if (targetType !== 'claim' || premises.length !== 1) return false
  const [premise] = premises
  if (premise === row && target === hypothesis) return true
  return kind === 'contradict' && premise === hypothesis && target === row
}

/**
 * The rating that the map has between the claim of a row and a hypothesis: of several reasons on one side the stronger,
 * N for reasons on both sides, empty for none.
 */
export function ratingOnMap(relations: Iterable<Relation>, row: string, hypothesis: string): CellRating {
  let pro: 'CC' | 'C' | '' = ''
  let contra: 'II' | 'I' | '' = ''
  for (const relation of relations) {
    if (!isBetween(relation, row, hypothesis)) continue
    const shown = SHOWN[relation.kind][relation.strength]
    if (shown === 'CC' || shown === 'C') pro = pro === 'CC' ? pro : shown
    else if (shown === 'II' || shown === 'I') contra = contra === 'II' ? contra : shown
  }
  return pro && contra ? 'N' : pro || contra
}

/** Whether the ratings of a row are relations of the map. Those of a deception, and of what was not seen yet, never are. */
export const isRatedOnMap = ({ reading, seen }: Pick<MatrixRow, 'reading' | 'seen'>): boolean =>
  reading !== 'deception' && seen !== 'awaited'
