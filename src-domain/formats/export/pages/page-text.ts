import type { MapGraph } from '../../../argument/map-graph'
import { claimAtEnd, premisesOn } from '../../../argument/map-graph'
import type { ClaimNumbers } from '../../../argument/claim-numbers'
import { relationWord, type Relation } from '../../../records/relation'

/** Where things are in a document of pages. Pages count from 1. */
export interface Whereabouts {
  readonly numbers: ClaimNumbers
  /** The page with the card of a claim. */
  readonly pageOf: ReadonlyMap<string, number>
}

/** Says which claims a page continues: `Continues claim 3 from page 1 and claim 9 from page 2`. */
export function continuesWords(claims: readonly string[], { numbers, pageOf }: Whereabouts): string {
  const each = claims.map((claim) => `claim ${numbers.get(claim)} from page ${pageOf.get(claim)}`)
  return each.length === 0 ? '' : `Continues ${listed(each)}`
}

/** Says on which pages a claim continues: `continued on page 2`. */
export const continuedWords = (pages: readonly number[]): string =>
  `continued on ${pages.length === 1 ? 'page' : 'pages'} ${listed(pages.map(String))}`

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/**
 * A relation that leads to other pages, by the numbers of its claims: `4 supports 12 (page 3)`.
 * @param page the page on which the words are
 */
export function relationNumbers(
  graph: MapGraph,
  relation: Relation,
  page: number,
  { numbers, pageOf }: Whereabouts,
): string {
  const name = (claim: string) =>
    pageOf.get(claim) === page ? `${numbers.get(claim)}` : `${numbers.get(claim)} (page ${pageOf.get(claim)})`
  const from = (each: Relation, word: string) => premisesOn(graph, each).map(name).join(word)
  const target = graph.relations.get(relation.target)
  const to =
    relation.targetType === 'claim' || !target
      ? name(claimAtEnd(graph, relation))
      : `the relation from ${from(target, ' and ')} to ${name(claimAtEnd(graph, target))}`
  return `${from(relation, ' together with ')} ${relationWord(relation)} ${to}`
}
