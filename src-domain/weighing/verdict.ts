import { ROLES, type Role } from '../records/category'
import { supportCircles } from './support-circles'
import type { Forces } from './evaluation'
import type { Framework } from './framework'
import { BASE_KINDS, type Grounds } from './grounds'
import type { Force } from './forces'
import type { Graph } from './graph'
import { highest, isEmpty } from './lists'

export const VERDICTS = ['stands', 'falls', 'contested', 'unsupported'] as const

export type VerdictName = (typeof VERDICTS)[number]

/** The word beside the sign of each verdict. It is never called true, likely, or false. */
export const VERDICT_WORDS: Readonly<Record<VerdictName, string>> = {
  stands: 'Stands',
  falls: 'Falls',
  contested: 'Contested',
  unsupported: 'Unsupported',
}

/** Which line of the table of verdicts fits. The roles say why a claim without reasons is unsupported. */
export type Because =
  | 'set aside'
  | 'given'
  | 'unopposed'
  | 'answered'
  | 'outweighs'
  | 'equal'
  | 'undecided'
  | 'objection'
  | 'reasons'
  | 'passages'
  | 'circular'
  | Role

export interface Verdict {
  readonly verdict: VerdictName
  readonly because: Because
  /** The force that the claim has for certain. */
  readonly force: Force
  /** The force that it may have. */
  readonly possible: Force
}

/** What became of a relation on the map. */
export type RelationStatus = 'holds' | 'fails' | 'contested'

/** A framework that knows the claims of a project. */
export interface ProjectFramework extends Framework {
  readonly graph: Graph
  readonly grounds: Grounds
}

/**
 * The verdict of a claim, by its number.
 * @param any the forces without objections
 */
export function verdictOf(
  framework: ProjectFramework,
  evaluation: Forces,
  any: Uint8Array,
  x: number,
): Verdict {
  const [verdict, because] = judged(framework, evaluation, any, x)
  return {
    verdict,
    because,
    force: evaluation.sure[x] as Force,
    possible: evaluation.possible[x] as Force,
  }
}

function judged(
  framework: ProjectFramework,
  { sure, possible }: Forces,
  any: Uint8Array,
  x: number,
): [VerdictName, Because] {
  const { graph, grounds } = framework
  if (grounds.aside[x] === 1) return ['falls', 'set aside']
  if (grounds.given[x] === 1) return ['stands', 'given']
  const objection = { sure: highest(graph.contra, x, sure), possible: highest(graph.contra, x, possible) }
  if (sure[x]! > 0) {
    if (objection.possible > 0) return ['stands', 'outweighs']
    return ['stands', isEmpty(graph.contra, x) ? 'unopposed' : 'answered']
  }
  if (possible[x]! > 0) {
    const base = grounds.bare[x] === 1 ? 0 : grounds.base[x]!
    const reason = Math.max(base, highest(graph.pro, x, sure))
    const isSure =
      reason === Math.max(base, highest(graph.pro, x, possible)) && objection.sure === objection.possible
    return ['contested', isSure && reason > 0 && reason === objection.sure ? 'equal' : 'undecided']
  }
  if (objection.sure > 0) return ['falls', 'objection']
  if (any[x]! > 0) return ['falls', 'reasons']
  return ['unsupported', missing(framework, x)]
}

function missing({ graph, grounds }: ProjectFramework, x: number): Because {
  if (BASE_KINDS[grounds.kind[x]!] === 'passages that do not carry') return 'passages'
  if (isEmpty(graph.pro, x)) return ROLES[grounds.role[x]!]!
  return supportCircles(graph)[x] === 1 ? 'circular' : 'reasons'
}

/** The status of a relation: the best of its steps, which are several only for a contradiction. */
export function relationStatus(graph: Graph, { sure, possible }: Forces, relation: number): RelationStatus {
  let best: RelationStatus = 'fails'
  for (let step = graph.stepsFrom[relation]!; step < graph.stepsFrom[relation + 1]!; step++) {
    if (sure[step]! > 0) return 'holds'
    if (possible[step]! > 0) best = 'contested'
  }
  return best
}
