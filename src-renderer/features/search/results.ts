import type { Project } from '#domain/document/project'
import type { Claim } from '#domain/records/claim'
import { sourcesInOrder } from '#domain/records/source'
import { visibleName } from '#domain/safety/visible-name'
import { excerptsByClaim } from '#domain/queries/excerpt-index'
import { isAside } from './documents'
import { askForClaims, fitting, isNarrowed, type Filters } from './filters'
import type { Hit } from './search-index'
import { marked, snippet, type Piece } from './snippet'

/** A row of the results, and its target. */
export type Row = { readonly key: string; readonly pieces: readonly Piece[] } & (
  | {
      readonly kind: 'claim'
      readonly claim: Claim
      readonly tags: readonly Piece[]
      /** A passage in the author's words, if it matches and the claim's own text does not. */
      readonly passage?: { readonly index: number; readonly pieces: readonly Piece[] }
    }
  | { readonly kind: 'note'; readonly claim: Claim }
  | { readonly kind: 'relation'; readonly relation: string }
  | {
      readonly kind: 'source'
      readonly source: string
      readonly facts: readonly Piece[]
      /** Whether the row only names the article of the passages below it. */
      readonly heading: boolean
    }
  | {
      readonly kind: 'passage'
      readonly source: string
      readonly start: number
      readonly end: number
      /** Why the text is set aside from the reading flow. */
      readonly aside?: string
    }
)

export type GroupName = 'Claims' | 'Articles' | 'Notes'

export interface Group {
  readonly name: GroupName
  /** The number of all claims, articles or notes that match. */
  readonly total: number
  /** The number of those that are not among the rows. */
  readonly hidden: number
  readonly rows: readonly Row[]
}

/** The number of rows that each group shows at first. */
export const FIRST: Readonly<Record<GroupName, number>> = { Claims: 6, Articles: 5, Notes: 4 }
/** The passages shown for each article. */
const PASSAGES = 3
/** Text that is set aside counts less than the article's. */
const ASIDE_WEIGHT = 0.5

interface Scored {
  score: number
  readonly hits: Hit[]
}

/** An article's details besides its title. */
const factsOf = (authors: readonly string[], ...others: string[]): string =>
  [authors.join(', '), ...others].filter(Boolean).join(' · ')

/** Filters and groups the hits, with the best of each group first. */
export function groupResults(
  project: Project,
  hits: readonly Hit[],
  filters: Filters,
  shown: Readonly<Record<GroupName, number>> = FIRST,
): Group[] {
  const fits = fitting(project, filters)
  const claims = new Map<string, Scored>()
  const articles = new Map<string, Scored>()
  const notes = new Map<string, Scored>()
  const fittingClaim = (id: string) => {
    const claim = project.claims.get(id)
    return claim && fits(claim) ? id : undefined
  }
  for (const hit of hits) {
    const { kind, id } = hit.place
    if (kind === 'claim') put(claims, fittingClaim(id), hit)
    else if (kind === 'excerpt') put(claims, fittingClaim(project.excerpts.get(id)?.claim ?? ''), hit)
    else if (kind === 'claim-note') put(notes, fittingClaim(id), hit)
    else if (kind === 'relation-note') put(notes, isNarrowed(filters) ? undefined : `relation ${id}`, hit)
    else if (!askForClaims(filters) && (!filters.source || filters.source === id)) {
      const weight = isAside(project, hit.place) ? ASIDE_WEIGHT : 1
      put(articles, id, weight === 1 ? hit : { ...hit, score: hit.score * weight })
    }
  }
  const group = (name: GroupName, found: Map<string, Scored>, rowsOf: (one: Scored) => Row[]): Group => {
    const best = [...found.values()].sort((a, b) => b.score - a.score)
    const rows = best.slice(0, shown[name]).flatMap(rowsOf)
    return { name, total: found.size, hidden: Math.max(0, found.size - shown[name]), rows }
  }
  return [
    group('Claims', claims, ({ hits }) => claimRow(project, hits)),
    group('Articles', articles, ({ hits }) => articleRows(project, hits)),
    group('Notes', notes, ({ hits }) => noteRow(project, hits[0]!)),
  ].filter(({ total }) => total > 0)
}

function put(table: Map<string, Scored>, id: string | undefined, hit: Hit): void {
  if (id === undefined) return
  const known = table.get(id)
  if (!known) table.set(id, { score: hit.score, hits: [hit] })
  else {
    known.score = Math.max(known.score, hit.score)
    known.hits.push(hit)
  }
}

const byScore = (a: Hit, b: Hit): number => b.score - a.score

function claimRow(project: Project, hits: readonly Hit[]): Row[] {
  const own = hits.find(({ place }) => place.kind === 'claim')
  const [quoted] = hits.filter(({ place }) => place.kind === 'excerpt').sort(byScore)
  const excerpt = quoted && project.excerpts.get(quoted.place.id)
  const claim = project.claims.get(own?.place.id ?? excerpt?.claim ?? '')
  if (!claim) return []
  const terms = new Set(own?.terms)
  return [
    {
      key: `claim ${claim.id}`,
      kind: 'claim',
      claim,
      pieces: snippet(claim.text, terms).pieces,
      tags: marked(visibleName([...claim.tags, claim.by?.initials].filter(Boolean).join(' · ')), terms),
      ...(!own && excerpt && { passage: quotation(project, claim, excerpt.id, new Set(quoted.terms)) }),
    },
  ]
}

function quotation(project: Project, claim: Claim, excerpt: string, terms: ReadonlySet<string>) {
  const excerpts = excerptsByClaim(project).get(claim.id) ?? []
  const index = excerpts.findIndex(({ id }) => id === excerpt)
  return { index, pieces: snippet(excerpts[index]!.exact, terms).pieces }
}

function articleRows(project: Project, hits: readonly Hit[]): Row[] {
  const source = project.sources.get(hits[0]!.place.id)
  if (!source) return []
  const terms = new Set(hits.find(({ place }) => place.kind === 'source')?.terms)
  const passages = hits
    .filter(({ place }) => place.kind === 'block')
    .sort(byScore)
    .slice(0, PASSAGES)
    .flatMap(({ place, terms }): Row[] => {
      const block = place.kind === 'block' && source.blocks[place.block]
      if (!block) return []
      const { pieces, found } = snippet(source.text.slice(block.start, block.end), new Set(terms))
      const [start, end] = [block.start + found.start, block.start + found.end]
      const key = `passage ${source.id} ${block.start}`
      return [
        {
          key,
          kind: 'passage',
          source: source.id,
          start,
          end,
          pieces,
          ...(block.aside && { aside: block.aside }),
        },
      ]
    })
  const pieces = marked(visibleName(source.title), terms)
  const facts = marked(visibleName(factsOf(source.authors, source.publisher, source.published)), terms)
  const heading = passages.length > 0 && ![...pieces, ...facts].some((piece) => piece.marked)
  return [
    { key: `source ${source.id}`, kind: 'source', source: source.id, pieces, facts, heading },
    ...passages,
  ]
}

function noteRow(project: Project, { place, terms }: Hit): Row[] {
  const key = `note ${place.kind} ${place.id}`
  const relation = place.kind === 'relation-note' ? project.relations.get(place.id) : undefined
  if (relation) {
    const { pieces } = snippet(relation.note, new Set(terms))
    return [{ key, kind: 'relation', relation: relation.id, pieces }]
  }
  const claim = project.claims.get(place.id)
  return claim ? [{ key, kind: 'note', claim, pieces: snippet(claim.note, new Set(terms)).pieces }] : []
}

/** The rows without search words: the claims, or the one article, that match the filters. Empty without filters. */
export function browsed(
  project: Project,
  filters: Filters,
  shown: Readonly<Record<GroupName, number>> = FIRST,
): Group[] {
  if (!isNarrowed(filters)) return []
  const places = [...project.claims.values()]
    .sort((a, b) => a.created.localeCompare(b.created) || a.id.localeCompare(b.id))
    .map(({ id }) => ({ kind: 'claim', id }) as const)
  const articles = sourcesInOrder(project.sources.values()).map(({ id }) => ({ kind: 'source', id }) as const)
  const hits = [...places, ...articles].map((place) => ({ place, score: 0, terms: [] }))
  return groupResults(project, hits, filters, shown)
}
