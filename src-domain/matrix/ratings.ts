import type { Rating } from '../records/matrix-cell'
import type { MatrixRow } from '../records/matrix-row'
import type { Relation, RelationKind, Strength } from '../records/relation'
import type { Weighing } from '../weighing/weigh'

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
 * The rating that relations between the claim of a row and a hypothesis show: of several reasons on one side the
 * stronger, N for reasons on both sides, empty for none.
 */
export function ratingOf(relations: Iterable<Relation>): CellRating {
  let pro: 'CC' | 'C' | '' = ''
  let contra: 'II' | 'I' | '' = ''
  for (const { kind, strength } of relations) {
    const shown = SHOWN[kind][strength]
    if (shown === 'CC' || shown === 'C') pro = pro === 'CC' ? pro : shown
    else if (shown === 'II' || shown === 'I') contra = contra === 'II' ? contra : shown
  }
  return pro && contra ? 'N' : pro || contra
}

/** The rating that the map has between the claim of a row and a hypothesis; empty for none. */
export const ratingOnMap = (relations: Iterable<Relation>, row: string, hypothesis: string): CellRating =>
  ratingOf([...relations].filter((relation) => isBetween(relation, row, hypothesis)))

/** What the map shows for the relations between the claim of a row and a hypothesis. */
export interface MapRating {
  /** The rating by the relations that hold or are contested. */
  readonly shown: CellRating
  /** The rating by all of them, if every one fails: the map has answered it. */
  readonly answered: CellRating
}

/** What the map shows for some relations between the claim of a row and a hypothesis. */
export function mapRating(relations: readonly Relation[], statuses: Pick<Weighing, 'relations'>): MapRating {
  const live = relations.filter(({ id }) => statuses.relations.get(id) !== 'fails')
  const shown = ratingOf(live)
  return { shown, answered: shown === '' ? ratingOf(relations) : '' }
}

/** Whether the ratings of a row are relations of the map. Those of a deception, and of what was not seen yet, never are. */
export const isRatedOnMap = ({ reading, seen }: Pick<MatrixRow, 'reading' | 'seen'>): boolean =>
  reading !== 'deception' && seen !== 'awaited'
