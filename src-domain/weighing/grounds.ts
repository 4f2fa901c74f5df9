import type { Project } from '../document/project'
import { excerptsByClaim } from '../queries/excerpt-index'
import { ROLES } from '../records/category'
import type { Excerpt } from '../records/excerpt'
import { gradeForce, NONE, STRONG, WEAK, type Force, type Reliability } from './forces'
import type { Graph } from './graph'
import { roleOf } from './roles'
import type { Reading, Supposing } from './supposing'

/** The tables from which claims are weighed. */
export type Weighed = Pick<Project, 'categories' | 'sources' | 'claims' | 'excerpts' | 'relations'>

/** What a claim has by itself, before reasons and objections. */
export const BASE_KINDS = [
  'none',
  'passages',
  'passages that do not carry',
  'own premise',
  'assumption',
  'question',
] as const

const NO_BASE = BASE_KINDS.indexOf('none')
const PASSAGES = BASE_KINDS.indexOf('passages')
const EMPTY_PASSAGES = BASE_KINDS.indexOf('passages that do not carry')
const OWN_PREMISE = BASE_KINDS.indexOf('own premise')
const ASSUMPTION = BASE_KINDS.indexOf('assumption')
const QUESTION = BASE_KINDS.indexOf('question')

/** The bases of all claims, by the numbers of a graph. */
export interface Grounds {
  readonly base: Uint8Array
  /** 1 for an assumption or a premise of the analyst's own, which gives way to any objection. */
  readonly bare: Uint8Array
  /** The index of the kind in `BASE_KINDS`. */
  readonly kind: Uint8Array
  /** The index of the role in `ROLES`. */
  readonly role: Uint8Array
  readonly given: Uint8Array
  /** 1 for the given claims that are supposed true. */
  readonly supposed: Uint8Array
  readonly aside: Uint8Array
}

/** The bases of the claims of a graph, as supposed. */
export function groundsOf(project: Weighed, graph: Graph, supposing: Supposing): Grounds {
  const size = graph.firstStep
  const grounds: Grounds = {
    base: new Uint8Array(size),
    bare: new Uint8Array(size),
    kind: new Uint8Array(size),
    role: new Uint8Array(size),
    given: new Uint8Array(size),
    supposed: new Uint8Array(size),
    aside: new Uint8Array(size),
  }
  const roles = new Map<string, number>()
  for (let x = 0; x < size; x++) setGrounds(project, graph, supposing, grounds, x, roles)
  return grounds
}

/**
 * Sets what a claim has by itself.
 * @param roles the indexes of the roles that are known, by category
 */
export function setGrounds(
  project: Weighed,
  graph: Graph,
  supposing: Supposing,
  grounds: Grounds,
  x: number,
  roles: Map<string, number>,
): void {
  const id = graph.claims[x]!
  const claim = project.claims.get(id)
  if (!claim) return
  let role = roles.get(claim.category)
  if (role === undefined) {
    role = ROLES.indexOf(roleOf(project.categories, claim.category))
    roles.set(claim.category, role)
  }
  grounds.role[x] = role
  const passages = excerptsByClaim(project).get(id) ?? []
  setBase(project, grounds, x, claim.unstated, passages, graph.supported[x] === 1, supposing)
  const supposed = supposing.given.has(id)
  grounds.supposed[x] = supposed ? 1 : 0
  grounds.given[x] = supposed || claim.standing === 'given' ? 1 : 0
  grounds.aside[x] = supposing.claims.has(id) || (claim.standing === 'aside' && !supposed) ? 1 : 0
}

function setBase(
  project: Weighed,
  { base, bare, kind, role }: Grounds,
  x: number,
  unstated: boolean,
  passages: readonly Excerpt[],
  supported: boolean,
  supposing: Supposing,
): void {
  const own = ROLES[role[x]!]
  base[x] = NONE
  bare[x] = 0
  if (own === 'asked') kind[x] = QUESTION
  else if (own === 'assumed' || unstated) kind[x] = ASSUMPTION
  else if (own === 'proposed') kind[x] = NO_BASE
  else if (passages.length > 0) {
    for (const passage of passages) {
      if (supposing.sources.has(passage.source)) continue
      const force = passageForce(project, passage)
      if (force > base[x]!) base[x] = force
    }
    kind[x] = base[x]! > NONE ? PASSAGES : EMPTY_PASSAGES
  } else kind[x] = supported ? NO_BASE : OWN_PREMISE
  if (kind[x] === ASSUMPTION || kind[x] === OWN_PREMISE) {
    base[x] = WEAK
    bare[x] = 1
  }
}

/** The grounds in another reading; the same object if there is nothing to read otherwise. */
export function groundsRead(grounds: Grounds, reading: Reading): Grounds {
  const { kind, given, supposed } = grounds
  const base = grounds.base.slice()
  let changed = false
  for (let x = 0; x < kind.length; x++) {
    const without = reading === 'without assumptions'
    if (without ? grounds.bare[x] === 1 : kind[x] === QUESTION) {
      base[x] = without ? NONE : STRONG
      changed = true
    }
    if (without && given[x] !== supposed[x]) changed = true
  }
  if (!changed) return grounds
  return { ...grounds, base, given: reading === 'without assumptions' ? supposed : given }
}

/**
 * The force with which a passage carries its claim. A lost one carries nothing.
 * @param reliability a grade for its source in place of the source's own
 */
export function passageForce(
  project: Pick<Project, 'sources'>,
  passage: Excerpt,
  reliability?: Reliability,
): Force {
  if (passage.anchor === 'lost') return NONE
  const source = project.sources.get(passage.source)
  return gradeForce(
    reliability ?? source?.reliability ?? '',
    passage.credibility || (source?.credibility ?? ''),
  )
}
