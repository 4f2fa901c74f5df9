import * as v from 'valibot'
import { aboutChange, type AboutChange } from '../../document/about'
import { canonicalText } from '../../document/canonical'
import { load } from '../../document/load'
import type { RecordChange } from '../../document/patch'
import { withTablesOf } from '../../document/unknown-tables'
import type { Env, Project } from '../../document/project'
import { yardstickInUse } from '../../judgement/judgement'
import type { Category } from '../../records/category'
import type { Excerpt } from '../../records/excerpt'
import type { Matrix } from '../../records/matrix'
import type { MatrixCell } from '../../records/matrix-cell'
import type { Origin } from '../../records/origin'
import type { Placement } from '../../records/placement'
import type { Relation } from '../../records/relation'
import type { Source } from '../../records/source'
import { RECORD_TYPES, recordType, type AnyRecord, type TableName } from '../../records/registry'
import { command, refuse } from '../command'
import { ForeignTwins } from './foreign-twins'
import { foundIn, quotedArticle } from './quoted-article'
import { repoint } from './repoint'

/**
 * Merges another project, or a map exported from one, into this project. Records that are in this project already
 * (equal records with the same id, those that came from the same element of the same file, an article with the same
 * text, a category with the same name) are used; the others are added, with a new id where theirs is taken, so that
 * nothing is overwritten. Maps are always added. Tables that this version does not know are taken along as they are.
 */
export const projectMerge = command({
  name: 'project.merge',
  title: 'Import a map or project',
  input: v.object({ file: v.string() }),
  run(project, { file }, env) {
    const loaded = load(file)
    if (!loaded.ok) return refuse(loaded.message)
    const records = merged(project, loaded.project, env).patch
    const patch = [...records, ...fieldsFrom(project, loaded.project)]
    const map = patch.find((change) => change.table === 'maps')
    return { patch, label: 'import map', ...(map && { select: { type: 'map' as const, id: map.id } }) }
  },
})

/**
 * The unknown tables of another project, and its yardstick for one that has chosen none and uses no words of another.
 */
function fieldsFrom({ about, claims }: Project, other: Project): AboutChange[] {
  const { yardstick } = other.about
  const inUse = yardstickInUse({ about, claims })
  const isFree = yardstick && (inUse === undefined || inUse === yardstick) && !about.yardstick
  const tables = withTablesOf(about, other.about)
  const fields = { ...(isFree && { yardstick }), ...(tables && { tables }) }
  return Object.keys(fields).length > 0 ? [aboutChange(about, fields)] : []
}

/**
 * Translates the records of another project into changes of this one.
 * @returns the changes, and the ids of the claims in this project by their ids in the other
 */
export function merged(
  here: Project,
  other: Project,
  env: Env,
): { patch: RecordChange[]; ids: ReadonlyMap<string, string> } {
  const ids = new Map<string, string>()
  const changes: RecordChange[] = []
  const keys = new Set([...here.categories.values()].map(({ key }) => key))
  const twins = new ForeignTwins(here)
  const lost = new Set<string>()
  const placed = new Set<string>()
  for (const { table, record } of targetsFirst(other)) {
    const repointed = settled(table, repoint(table, record, ids), lost, placed)
    if (!repointed) {
      lost.add(`${table} ${record.id}`)
      continue
    }
    const inArticle = table === 'excerpts' ? foundIn(here, repointed as Excerpt) : repointed
    const pointed = besideOthers(here, changes, table, inArticle, other.about.title)
    const twin = twinOf(here, table, pointed) ?? twins.of(table, pointed)
    const id = twin ?? (here[table].has(record.id) ? env.newId() : record.id)
    ids.set(`${table} ${record.id}`, id)
    if (twin !== undefined) {
      twins.join(table, twin, pointed)
      continue
    }
    // Two categories cannot have the same key, so the imported one loses it.
    const free = table === 'categories' && keys.has((record as Category).key) ? { key: '' } : {}
    changes.push({ table, id, from: null, to: { ...pointed, ...free, id } } as RecordChange)
  }
  const claims = [...other.claims.keys()].map((id) => [id, ids.get(`claims ${id}`) ?? id] as const)
  return { patch: [...changes, ...twins.changes()], ids: new Map(claims) }
}

/**
 * A record as it can be added after claims of it became one claim of this project: a relation without a premise that is
 * its target, and one card of a claim on a map. Undefined if nothing is left, or if it aims at a relation of which
 * nothing is left.
 */
function settled(
  table: TableName,
  record: AnyRecord,
  lost: ReadonlySet<string>,
  placed: Set<string>,
): AnyRecord | undefined {
  if (table === 'placements') {
    const { map, claim } = record as Placement
    const place = `${map} ${claim}`
    if (placed.has(place)) return undefined
    placed.add(place)
    return record
  }
  if (table !== 'relations') return record
  const relation = record as Relation
  if (relation.targetType === 'relation' && lost.has(`relations ${relation.target}`)) return undefined
  const premises = [...new Set(relation.premises)].filter((id) => id !== relation.target)
  if (premises.length === 0) return undefined
  return premises.length === relation.premises.length ? relation : { ...relation, premises }
}

/** All records, each after those it points to: origins, then tables in the order of the file, a relation after its target. */
function targetsFirst(other: Project): { table: TableName; record: AnyRecord }[] {
  // What is to decide in another project is decided there.
  const tables = RECORD_TYPES.map(({ table }) => table).filter((table) => table !== 'disagreements')
  const first = tables.filter((table) => table === 'origins')
  return [...first, ...tables.filter((table) => table !== 'origins')].flatMap((table) => {
    const rows: readonly AnyRecord[] =
      table === 'relations' ? targetsBefore(other.relations) : [...other[table].values()]
    return rows.map((record) => ({ table, record }))
  })
}

/** Relations, each after the relation that it targets. Without recursion: a chain can be longer than the stack. */
function targetsBefore(relations: ReadonlyMap<string, Relation>): Relation[] {
  const ordered = new Map<string, Relation>()
  for (const relation of relations.values()) {
    const chain: Relation[] = []
    let at: Relation | undefined = relation
    while (at && !ordered.has(at.id)) {
      chain.push(at)
      at = at.targetType === 'relation' ? relations.get(at.target) : undefined
    }
    for (const each of chain.reverse()) ordered.set(each.id, each)
  }
  return [...ordered.values()]
}

const ROW_PLACE = ['matrix', 'claim', 'reading']
const CELL_PLACE = ['row', 'hypothesis', 'analyst']
const CELL_CONTENT = [...CELL_PLACE, 'rating', 'note']

const sameFields = (a: AnyRecord, b: AnyRecord, fields: readonly string[]): boolean =>
  fields.every((field) => a[field] === b[field])

/**
 * A record as it can be added beside those of this project. A cell of a row that is here, unless it is equal to one of
 * ours, is another analyst's: it gets the title of the other project as the analyst's name.
 */
function besideOthers(
  here: Project,
  changes: readonly RecordChange[],
  table: TableName,
  record: AnyRecord,
  title: string,
): AnyRecord {
  if (table !== 'cells') return record
  const cells: AnyRecord[] = [...here.cells.values()]
  if (cells.some((cell) => sameFields(cell, record, CELL_CONTENT))) return record
  for (const change of changes) if (change.table === 'cells' && change.to) cells.push(change.to)
  const name = title.slice(0, 280)
  const isOwn = record['analyst'] === '' && here.rows.has(record['row'] as string)
  let named: AnyRecord = isOwn ? { ...(record as MatrixCell), analyst: name } : record
  const isTaken = () =>
    cells.some((cell) => sameFields(cell, named, CELL_PLACE)) &&
    !cells.some((cell) => sameFields(cell, named, CELL_CONTENT))
  for (let count = isOwn ? 2 : 1; isTaken(); count++) {
    named = { ...(record as MatrixCell), analyst: count === 1 ? name : `${name} ${count}` }
  }
  return named
}

/** The id of an equal record in this project. Maps, groups and placements are never taken for equal. */
function twinOf(here: Project, table: TableName, record: AnyRecord): string | undefined {
  if (table === 'maps' || table === 'groups' || table === 'placements') return undefined
  if (table === 'origins') return originTwin(here, record as Origin)
  if (table === 'sources')
    return (
      idWhere(here.sources, (source) => source.text === record['text']) ??
      quotedArticle(here, record as Source)
    )
  if (table === 'categories') return idWhere(here.categories, (category) => category.name === record['name'])
  if (table === 'matrices') {
    const matrix = here.matrices.get(record.id)
    const columns = (each: AnyRecord) => [...(each as Matrix).hypotheses].sort().join(' ')
    return matrix && columns(matrix) === columns(record) ? matrix.id : undefined
  }
  if (table === 'rows') return idWhere(here.rows, (row) => sameFields(row, record, ROW_PLACE))
  if (table === 'cells') return idWhere(here.cells, (cell) => sameFields(cell, record, CELL_CONTENT))
  const same = here[table].get(record.id)
  const { schema } = recordType(table)
  return same && canonicalText(schema, same) === canonicalText(schema, record) ? same.id : undefined
}

function idWhere<Row extends { id: string }>(table: ReadonlyMap<string, Row>, fits: (row: Row) => boolean) {
  for (const row of table.values()) if (fits(row)) return row.id
  return undefined
}

/** The origin with the same content: the same file read before. */
const originTwin = (here: Project, { format, content }: Origin): string | undefined =>
  idWhere(here.origins, (origin) => origin.format === format && origin.content === content)
