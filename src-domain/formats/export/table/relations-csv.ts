import { relationSentence } from '../../../canvas/scene'
import { schemeNamed } from '../../../vocabulary/argumentation-schemes'
import type { Project } from '../../../document/project'
import { relationWord, type Relation } from '../../../records/relation'
import { csv, separatorOf, type Cell } from './csv'
import type { ExportWriter } from '../writer'

/** Writes all relations as CSV: one row for each premise. Rows with the same `relation_id` are linked premises. */
export const writeRelationsCsv: ExportWriter = async ({ project, separator }, env) =>
  csv([RELATION_COLUMNS, ...relationRows(project)], separatorOf(separator, env))

/** A row for each premise of each relation. */
export const relationRows = (project: Project): Cell[][] =>
  [...project.relations.values()].flatMap((relation) => rows(project, relation))

export const RELATION_COLUMNS = [
  'premise',
  'relation',
  'target',
  'linked',
  'strength',
  'scheme',
  'warrant',
  'note',
  'kind',
  'relation_id',
  'premise_id',
  'target_type',
  'target_id',
]

const rows = (project: Project, relation: Relation): Cell[][] =>
  relation.premises.map((premise) => [
    project.claims.get(premise)!.text,
    relationWord(relation),
    targetWords(project, relation),
    relation.premises.length > 1,
    relation.strength,
    schemeNamed(relation.scheme)?.title ?? relation.scheme,
    relation.warrant,
    relation.note,
    relation.kind,
    relation.id,
    premise,
    relation.targetType,
    relation.target,
  ])

function targetWords(project: Project, { targetType, target }: Relation): string {
  if (targetType === 'claim') return project.claims.get(target)!.text
  const step = project.relations.get(target)!
  return relationSentence(project, step, relationWord(step))
}
