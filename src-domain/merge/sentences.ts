import type { Project } from '../document/project'
import type { TableName } from '../records/registry'
import { YARDSTICK_NAMES, YARDSTICK_TITLES } from '../vocabulary/yardsticks'
import type { Disagreement, Twins } from './disagreement'
import type { Fields } from './merge-record'

/** Words for the records of each table. */
const NOUNS: Record<TableName | 'about', string> = {
  about: 'project',
  categories: 'category',
  sources: 'article',
  claims: 'claim',
  excerpts: 'passage',
  relations: 'relation',
  maps: 'map',
  groups: 'group',
  placements: 'card',
  matrices: 'matrix',
  rows: 'row of evidence',
  cells: 'rating',
  scenarios: 'scenario',
  origins: 'origin',
  disagreements: 'disagreement',
  ties: 'decision about two sources',
}

/** Words for fields that are not called what the screen calls them. */
const FIELDS: Readonly<Record<string, string>> = {
  judgement: 'judgement of likelihood',
  ends: 'premises and target',
  doi: 'DOI',
  url: 'address',
}

const PHRASE = 80

/** Words for a sentence, cut to its length. */
export const phrase = (words: string): string =>
  words.length > PHRASE ? `${words.slice(0, PHRASE).trimEnd().toWellFormed()}…` : words

const nameIn = (record: Fields): string | undefined =>
  ['text', 'title', 'name', 'exact'].map((field) => record[field]).find((each) => typeof each === 'string')

/** The record as a reader knows it: `claim “It was hedging”`. */
export function namedRecord(project: Project, table: TableName | 'about', record: Fields): string {
  if (table === 'about') return 'The project'
  const own = table === 'sources' ? record['title'] : nameIn(record)
  if (typeof own === 'string') return `The ${NOUNS[table]} “${phrase(own)}”`
  const claim = record['target'] ?? record['claim'] ?? record['hypothesis']
  const of = typeof claim === 'string' ? project.claims.get(claim)?.text : undefined
  return of === undefined ? `A ${NOUNS[table]}` : `A ${NOUNS[table]} of “${phrase(of)}”`
}

/** What the screen calls a field. */
export function wordOf(table: TableName | 'about', field: string): string {
  if (field === 'text') return table === 'claims' ? 'wording' : 'text'
  return FIELDS[field] ?? field
}

/** The value of a field as the screen shows it. */
const valueOf = (field: string, record: Fields): unknown =>
  field === 'yardstick'
    ? (YARDSTICK_NAMES.flatMap((name) => (name === record[field] ? YARDSTICK_TITLES[name] : []))[0] ?? 'none')
    : record[field]

/** A disagreement in sentences, with what stands until it is decided. */
export function disagreementSentence(project: Project, disagreement: Disagreement): string {
  if (disagreement.kind === 'removed') {
    const [by, other] = disagreement.by === 'mine' ? ['mine', 'theirs'] : ['theirs', 'mine']
    const record = disagreement.record
    const kept = project[disagreement.table].has(disagreement.id) ? 'It was kept.' : 'It was left out.'
    return `${namedRecord(project, disagreement.table, record)} was removed in ${by} and changed or used in ${other}. ${kept}`
  }
  const { table, fields, mine, theirs } = disagreement
  const changed = fields.map((field) => wordOf(table, field)).join(', ')
  const values = fields.flatMap((field) => {
    const [here, there] = [valueOf(field, mine), valueOf(field, theirs)]
    const areWords = typeof here === 'string' && typeof there === 'string'
    return areWords ? [`mine “${phrase(here)}”, theirs “${phrase(there)}”`] : []
  })
  const both = values.length > 0 ? ` (${values.join('; ')})` : ''
  return `${namedRecord(project, table, mine)} was changed in both: ${changed}${both}. Mine was kept.`
}

/** Two claims that may be one, in a sentence. */
export function twinsSentence({ claims }: Project, { mine, theirs, same }: Twins): string {
  const [here, there] = [mine, theirs].map((id) => `“${phrase(claims.get(id)?.text ?? id)}”`)
  return same === 'wording'
    ? `The claim ${here} is in both. You can merge the two.`
    : `The claims ${here} and ${there} rest on the same passage. You can merge them.`
}
