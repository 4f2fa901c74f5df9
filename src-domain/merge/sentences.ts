import type { Project } from '../document/project'
import type { TableName } from '../records/registry'
import type { Disagreement, Twins } from './disagreement'
import type { Fields } from './merge-record'
import { valueInWords } from './value-words'

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
  exact: 'words of the passage',
  anchor: 'state of the passage',
  fileName: 'file name',
  standingNote: 'reason of the standing',
  unstated: 'left unsaid by the author',
  exclusive: 'exclude each other',
  complete: 'no other explanation',
  by: 'made by',
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
  // The ends of a relation and the place of a passage are several fields, which a phrase does not hold.
  const values = fields
    .filter((field) => mine[field] !== undefined || theirs[field] !== undefined)
    .map((field) => {
      const inWords = (side: Fields) => phrase(valueInWords(project, field, side[field]))
      return `mine “${inWords(mine)}”, theirs “${inWords(theirs)}”`
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
