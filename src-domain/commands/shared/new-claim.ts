import { firstUnits } from '../../anchoring/pairs'
import type { Point } from '../../canvas/card'
import { created } from '../../document/change'
import type { RecordChange } from '../../document/patch'
import type { Env, Project } from '../../document/project'
import { defaultCategory } from '../../records/category'
import type { Claim } from '../../records/claim'
import { refuse, type Outcome, type Refusal } from '../command'
import { madeBy, newClaim } from './new-records'
import { passageOf } from './passage'
import { isOnMap, placeClaim } from './position'

/**
 * A claim that a command works on. Its id is known before the claim is in the project, so that the parts of a composed
 * command can link it.
 */
export interface Subject {
  readonly claim: Claim
  /** The changes that bring it into the project; none for a claim that is there. */
  readonly creation: readonly RecordChange[]
}

/** The wording that a new claim starts with: the author's words on one line, for the analyst to make their own. */
export const firstWording = (exact: string): string => firstUnits(exact.replace(/\s+/g, ' ').trim(), 20_000)

/** A new claim of the analyst's own. Without a category it is of the default one. */
export function ownClaim(
  project: Project,
  input: { readonly text: string; readonly category?: string | undefined },
  env: Env,
): Subject | Refusal {
  const text = input.text.trim()
  const category = input.category ?? defaultCategory(project.categories, 'own words').id
  if (text === '') return refuse('A claim needs some words.')
  if (!project.categories.has(category)) return refuse('The category is no longer in the project.')
  const claim = newClaim({ text, category }, env)
  return { claim, creation: [created('claims', claim)] }
}

/** Words of an article, UTF-16 offsets, half-open; and the category of the claim that they become. */
interface Marked {
  readonly source: string
  readonly start: number
  readonly end: number
  readonly category?: string | undefined
}

/** A new claim that rests on words of an article. Without a category it is of the default one. */
export function markedClaim(project: Project, input: Marked, env: Env): Subject | Refusal {
  const source = project.sources.get(input.source)
  const category = input.category ?? defaultCategory(project.categories, 'passage').id
  if (!source) return refuse('The article is no longer in the project.')
  if (!project.categories.has(category)) return refuse('The category is no longer in the project.')
  const passage = passageOf(source, input.start, input.end)
  if ('refusal' in passage) return passage
  const claim = newClaim({ text: firstWording(passage.exact), category }, env)
  const place = { claim: claim.id, source: source.id, ...passage }
  const excerpt = { id: env.newId(), ...place, anchor: 'exact' as const, ...madeBy(env) }
  return { claim, creation: [created('claims', claim), created('excerpts', excerpt)] }
}

/** Where a claim is to be put: on a map, at a point in map pixels; on none where none is given. */
interface Where {
  readonly map?: string | undefined
  readonly at?: Point | undefined
}

/** Brings a claim into the project, and its card onto the map unless it is there, and turns to both. */
export function bringIn(
  project: Project,
  { claim, creation }: Subject,
  { map, at }: Where,
  label: string,
  env: Env,
): Outcome {
  if (map !== undefined && !project.maps.has(map)) return refuse('The map is no longer in the project.')
  const places = map !== undefined && !isOnMap(project, map, claim.id)
  const card = places ? [placeClaim(project, map, claim, at, env)] : []
  const { id } = claim
  return { patch: [...creation, ...card], label, select: { type: 'claim', id }, reveal: id }
}
