import type { Category } from '../records/category'
import { FIRST_CATEGORIES } from '../records/category'
import type { Claim } from '../records/claim'
import type { Excerpt } from '../records/excerpt'
import type { Relation } from '../records/relation'
import type { Source } from '../records/source'
import { article } from './build'
import type { Weighed } from '../weighing/grounds'

type Sparse<Row extends { id: string }> = Pick<Row, 'id'> & Partial<Row>

/** A project as the weighing vectors write it: records with the fields that matter. */
export interface SparseProject {
  readonly categories?: readonly Sparse<Category>[]
  readonly sources?: readonly Sparse<Source>[]
  readonly claims?: readonly Sparse<Claim>[]
  readonly excerpts?: readonly (Pick<Excerpt, 'claim' | 'source'> & Sparse<Excerpt>)[]
  readonly relations?: readonly (Pick<Relation, 'kind' | 'premises' | 'target'> & Sparse<Relation>)[]
}

const CREATED = '2026-01-01T00:00:00Z'

/** The tables of a project with every field that a sparse project leaves out at its default. */
export function weighedProject(sparse: SparseProject): Weighed {
  const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]))
  // The vectors have claims of the category “claim”, which projects began with once.
  const categories: Category[] = [{ id: 'claim' }, ...(sparse.categories ?? [])].map((row) => ({
    name: row.id,
    colour: 'slate',
    key: '',
    definition: '',
    bar: 'solid',
    ...row,
  }))
  const claims: Claim[] = (sparse.claims ?? []).map((row) => ({
    text: row.id,
    category: 'claim',
    note: '',
    tags: [],
    created: CREATED,
    unstated: false,
    ...row,
  }))
  const excerpts: Excerpt[] = (sparse.excerpts ?? []).map((row) => ({
    start: 0,
    end: 1,
    exact: 'a',
    prefix: '',
    suffix: '',
    anchor: 'exact',
    ...row,
  }))
  const relations: Relation[] = (sparse.relations ?? []).map((row) => ({
    targetType: 'claim',
    note: '',
    warrant: '',
    scheme: '',
    answers: [],
    strength: '',
    ...row,
  }))
  const sources: Source[] = (sparse.sources ?? []).map((row) => ({
    ...article(row.id, 'a'),
    added: CREATED,
    ...row,
  }))
  return {
    categories: byId([...FIRST_CATEGORIES, ...categories]),
    sources: byId(sources),
    claims: byId(claims),
    excerpts: byId(excerpts),
    relations: byId(relations),
  }
}
