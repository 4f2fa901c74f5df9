import { locator } from '../../../queries/citation'
import { excerptsByClaim } from '../../../queries/excerpt-index'
import type { Project } from '../../../document/project'
import type { Claim } from '../../../records/claim'
import type { Excerpt } from '../../../records/excerpt'
import { csv, separatorOf, type Cell } from './csv'
import type { ExportWriter } from '../writer'

/** Writes all claims as CSV: one row for each passage of a claim, or one row for a claim without passages. */
export const writeClaimsCsv: ExportWriter = async ({ project, separator }, env) =>
  csv([CLAIM_COLUMNS, ...claimRows(project)], separatorOf(separator, env))

export const CLAIM_COLUMNS = [
  'claim',
  'category',
  'unstated',
  'tags',
  'note',
  'maps',
  'created',
  'passage',
  'anchor',
  'source',
  'authors',
  'publisher',
  'published',
  'place',
  'url',
  'doi',
  'reliability',
  'credibility',
  'claim_id',
  'passage_id',
  'source_id',
]

/** A row for each passage of a claim, or one for a claim without passages. */
export function claimRows(project: Project): Cell[][] {
  const excerpts = excerptsByClaim(project)
  const maps = mapsByClaim(project)
  const inOrder = [...project.claims.values()].sort((a, b) => a.created.localeCompare(b.created))
  return inOrder.flatMap((claim) => {
    const passages: readonly (Excerpt | undefined)[] = excerpts.get(claim.id) ?? [undefined]
    return passages.map((excerpt) => [
      ...claimCells(project, claim, maps.get(claim.id) ?? []),
      ...passageCells(project, excerpt),
      claim.id,
      excerpt?.id ?? '',
      excerpt?.source ?? '',
    ])
  })
}

const claimCells = (project: Project, claim: Claim, maps: readonly string[]): Cell[] => [
  claim.text,
  project.categories.get(claim.category)!.name,
  claim.unstated,
  claim.tags.join('; '),
  claim.note,
  maps.join('; '),
  claim.created,
]

function passageCells(project: Project, excerpt: Excerpt | undefined): Cell[] {
  const source = excerpt && project.sources.get(excerpt.source)
  if (!source) return Array.from({ length: 11 }, () => '')
  return [
    excerpt.exact,
    excerpt.anchor,
    source.title,
    source.authors.join('; '),
    source.publisher,
    source.published,
    locator(source, excerpt.start),
    source.url,
    source.doi,
    source.reliability,
    source.credibility,
  ]
}

/** The names of the maps of each claim. */
function mapsByClaim(project: Project): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const { claim, map } of project.placements.values()) {
    names.set(claim, [...(names.get(claim) ?? []), project.maps.get(map)!.name])
  }
  return names
}
