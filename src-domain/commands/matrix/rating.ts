import { deletion } from '../../document/cascade'
import { changed, created } from '../../document/change'
import type { RecordChange } from '../../document/patch'
import type { Env, Project } from '../../document/project'
import { isBetween, ratingOnMap, type CellRating } from '../../matrix/ratings'
import type { MatrixRow } from '../../records/matrix-row'
import type { Relation } from '../../records/relation'
import { madeBy, newRelation } from '../shared/new-records'

/** The direct relations between the claim of a row and a hypothesis. */
export const relationsBetween = (project: Project, claim: string, hypothesis: string): Relation[] =>
  [...project.relations.values()].filter((each) => isBetween(each, claim, hypothesis))

/** What a rating changes on the map. */
interface StepChange {
  readonly patch: readonly RecordChange[]
  /** Whether the map shows the rating afterwards, so that no cell is stored. */
  readonly isShown: boolean
  /** The relation that is deleted. */
  readonly removes?: Relation
}

/**
 * What a rating changes on the map: CC, I and II are a relation between evidence and hypothesis, C over a support too;
 * any other rating removes the relation.
 * @param between the relations between the two, of which the first is changed
 */
export function stepChange(
  project: Project,
  { claim }: Pick<MatrixRow, 'claim'>,
  hypothesis: string,
  between: readonly Relation[],
  rating: CellRating,
  env: Env,
): StepChange {
  const [relation] = between
  if (relation && rating === ratingOnMap(between, claim, hypothesis)) return { patch: [], isShown: true }
  const wanted = stepFor(rating, relation)
  if (!wanted) {
    if (!relation) return { patch: [], isShown: false }
    const patch = deletion(project, { relations: [relation.id] }) as readonly RecordChange[]
    return { patch, isShown: false, removes: relation }
  }
  const ends = { premises: [claim], targetType: 'claim' as const, target: hypothesis }
  if (!relation) {
    const added = { ...newRelation({ kind: wanted.kind, ...ends }, env), strength: wanted.strength }
    return { patch: [created('relations', added)], isShown: true }
  }
  const fields = relation.kind === wanted.kind ? wanted : { ...wanted, ...ends }
  return { patch: [changed('relations', relation, fields)], isShown: true }
}

/** The kind and strength of the step that shows a rating; undefined for a rating that is a cell alone. */
function stepFor(
  rating: CellRating,
  relation: Relation | undefined,
): Pick<Relation, 'kind' | 'strength'> | undefined {
  if (rating === 'CC') return { kind: 'support', strength: 'strong' }
  if (rating === 'C') return relation?.kind === 'support' ? { kind: 'support', strength: '' } : undefined
  if (rating !== 'I' && rating !== 'II') return undefined
  if (relation?.kind === 'contradict') {
    return { kind: 'contradict', strength: rating === 'II' ? '' : 'moderate' }
  }
  return { kind: 'attack', strength: rating === 'II' ? 'strong' : '' }
}

/** Whether something is lost with a relation: its details, or relations that lead to it. */
export const isUsed = (project: Project, { id, warrant, scheme, note, answers }: Relation): boolean =>
  warrant !== '' ||
  scheme !== '' ||
  note !== '' ||
  answers.length > 0 ||
  [...project.relations.values()].some(({ targetType, target }) => targetType === 'relation' && target === id)

/** What a rating changes in the cells of the analyst here. A cell without rating and note is deleted. */
export function cellChanges(
  project: Project,
  { id: row }: Pick<MatrixRow, 'id'>,
  hypothesis: string,
  rating: CellRating,
  note: string | undefined,
  env: Env,
): RecordChange[] {
  const cell = [...project.cells.values()].find(
    (each) => each.row === row && each.hypothesis === hypothesis && each.analyst === '',
  )
  const text = note ?? cell?.note ?? ''
  if (rating === '' && text === '') {
    return cell ? [{ table: 'cells', id: cell.id, from: cell, to: null }] : []
  }
  if (!cell) {
    const made = { id: env.newId(), row, hypothesis, rating, analyst: '', note: text, ...madeBy(env) }
    return [created('cells', made)]
  }
  if (cell.rating === rating && cell.note === text) return []
  // A rating is of the analyst who gave it last.
  const by = cell.rating === rating ? {} : madeBy(env)
  return [changed('cells', cell, { rating, note: text, ...by })]
}
