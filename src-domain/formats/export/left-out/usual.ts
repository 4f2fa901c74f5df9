import type { ContentName } from './contents'

/** What no format of one map has: the rest of the project. */
export const REST_OF_PROJECT = [
  'otherMaps',
  'elsewhere',
  'idleArticles',
  'matrices',
  'scenarios',
  'ties',
] as const satisfies readonly ContentName[]

/** What only a project's own file says of claims, relations and passages. */
export const ONLY_IN_PROJECTS = [
  'weighing',
  'definitions',
  'authors',
] as const satisfies readonly ContentName[]

/** Articles and their passages. */
export const ARTICLES = [
  'passages',
  'texts',
  'details',
  'addresses',
] as const satisfies readonly ContentName[]

/** What relations say beyond their kind and ends. */
export const RELATION_DETAILS = [
  'schemes',
  'warrants',
  'strengths',
  'answers',
  'relationNotes',
] as const satisfies readonly ContentName[]

/** How a map looks. */
export const LOOKS = ['positions', 'colours', 'pins'] as const satisfies readonly ContentName[]
