import * as v from 'valibot'
import { BAR_STYLES, COLOURS } from '../vocabulary/palette'
import { ForeignSchema, IdSchema, words, type RecordType } from './record'

/** What the claims of a category do in an argument: somebody asserts, assumes, asks or proposes them. */
export const ROLES = ['asserted', 'assumed', 'asked', 'proposed'] as const

export type Role = (typeof ROLES)[number]

/**
 * A kind of statement. `key` is the digit that assigns it, and orders the categories; those without a key come last.
 */
export const CategorySchema = v.looseObject({
  id: IdSchema,
  name: v.pipe(words(80), v.minLength(1)),
  colour: v.picklist(COLOURS),
  key: v.union([v.pipe(v.string(), v.regex(/^[1-9]$/)), v.literal('')]),
  definition: words(20_000),
  /** How its bar is drawn beside cards and passages. Tells apart categories of one colour. */
  bar: v.optional(v.picklist(BAR_STYLES), 'solid'),
  /** How its claims are weighed; empty or absent to go by the id of the category (`weighing/roles.ts`). */
  role: v.optional(v.picklist(['', ...ROLES])),
  foreign: ForeignSchema,
})

export type Category = v.InferOutput<typeof CategorySchema>

export const category: RecordType<'categories', typeof CategorySchema> = {
  table: 'categories',
  schema: CategorySchema,
  migrations: [],
}

/**
 * The categories of a new project, as analytic standards part them (ICD 203): evidence, what is assumed, and what the
 * analyst concludes. Their ids are words, so that those of two projects match in a merge.
 */
export const FIRST_CATEGORIES: readonly Category[] = [
  {
    id: 'evidence',
    name: 'Evidence',
    colour: 'blue',
    key: '1',
    definition: 'A fact, figure or document that can be checked.',
    bar: 'solid',
  },
  {
    id: 'assumption',
    name: 'Assumption',
    colour: 'violet',
    key: '2',
    definition: 'Taken for granted; the case falls if it is wrong.',
    bar: 'solid',
  },
  {
    id: 'judgement',
    name: 'Judgement',
    colour: 'amber',
    key: '3',
    definition: 'A conclusion drawn from evidence and assumptions.',
    bar: 'solid',
  },
  {
    id: 'question',
    name: 'Question',
    colour: 'teal',
    key: '4',
    definition: 'Something not known yet that would matter.',
    bar: 'solid',
  },
  {
    id: 'hypothesis',
    name: 'Hypothesis',
    colour: 'rose',
    key: '5',
    definition: 'One of the explanations that compete.',
    bar: 'solid',
  },
]

/** Sorts categories by key, then by name. */
export const inOrder = (categories: Iterable<Category>): Category[] =>
  [...categories].sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name))

/**
 * The category of a new claim for which none was chosen: the first. In projects with the category Judgement of new
 * projects, it is that one for a claim in the analyst's own words, because evidence rests on a passage. A project always
 * has a category.
 */
export function defaultCategory(
  categories: ReadonlyMap<string, Category>,
  of: 'passage' | 'own words',
): Category {
  const judgement = of === 'own words' ? categories.get('judgement') : undefined
  return judgement ?? inOrder(categories.values())[0]!
}

const place = ({ key }: Category): number => (key === '' ? 10 : Number(key))
