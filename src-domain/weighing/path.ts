import type { Project } from '../document/project'
import { coneOf, type Cone } from './cone'
import { evaluate, type Evaluation } from './evaluation'
import { FORCE_NAMES } from './forces'
import { factOf } from './framework'
import { BASE_KINDS, type Weighed } from './grounds'
import { factsOf, type Facts } from './rests-on'
import { SUPPOSING_NOTHING, type Supposing } from './supposing'
import type { Weighing } from './weigh'

/** One step of the path of reasons behind a verdict. */
export interface PathStep {
  readonly kind: 'claim' | 'relation' | 'source'
  readonly id: string
  /** What it has or lacks, in a few words: “moderate”, “your assumption”, “only weak”. */
  readonly note: string
  /** What it follows from, as far as it was not shown before. */
  readonly because: readonly PathStep[]
  /** What speaks against it and does not count, each with its reason. */
  readonly answered: readonly PathStep[]
  /** What the answered ones are: “1 objection, answered”. */
  readonly answeredAs: string
  /** Whether it is shown in full earlier on the path. */
  readonly isRepeated: boolean
}

/** The most steps of a path. A longer one would not be read; it ends where it is cut. */
const MOST_STEPS = 300

/**
 * The path of reasons for which a claim stands, falls or is unsupported, back to its passages, with what was answered
 * beside each step. It is built from the facts of the justification, so it never goes in a circle. Undefined for a
 * contested claim, whose verdict has no justification.
 */
export function pathOf(
  project: Weighed,
  weighing: Weighing,
  claim: string,
  supposing: Supposing = SUPPOSING_NOTHING,
): PathStep | undefined {
  const { framework } = weighing
  const x = framework.graph.claimAt.get(claim)
  if (x === undefined) return undefined
  const cone = coneOf(project, framework, supposing, x)
  const evaluation = evaluate(cone.framework)
  const facts = factsOf(cone, evaluation)
  if (facts.root === undefined) return undefined
  return new Path(cone, evaluation, facts).step(facts.root)
}

class Path {
  readonly #shown = new Set<number>()

  constructor(
    private readonly cone: Cone,
    private readonly evaluation: Evaluation,
    private readonly facts: Facts,
  ) {}

  step(fact: number): PathStep {
    const node = Math.abs(fact) >> 2
    const { graph } = this.cone.framework
    const isClaim = node < graph.firstStep
    const isRepeated = this.#shown.has(fact)
    const goesOn = !isRepeated && this.#shown.size < MOST_STEPS
    this.#shown.add(fact)
    // What is reached is proved by what is reached; what stays below a force by what stays below, or by an objection.
    const from = this.facts.from.get(fact) ?? []
    const isProof = from.some((each) => each > 0) ? (each: number) => each > 0 : () => true
    const proof = fact > 0 ? from.filter((each) => each > 0) : from.filter(isProof)
    const beside = from.filter((each) => !proof.includes(each))
    const source = this.facts.carriedBy.get(fact)
    const because = goesOn ? proof.map((each) => this.step(each)) : []
    return {
      kind: isClaim ? 'claim' : 'relation',
      id: isClaim ? this.cone.claims[node]! : this.cone.relations[node - graph.firstStep]!,
      note: isClaim
        ? this.#noteOfClaim(node, fact > 0)
        : this.#noteOfStep(node, Math.abs(fact) & 3, fact > 0),
      because: goesOn && source !== undefined ? [...because, sourceStep(source)] : because,
      answered: goesOn ? beside.map((each) => this.step(each)) : [],
      answeredAs: beside.length === 0 ? '' : answeredAs(beside.length, isClaim, fact > 0),
      isRepeated,
    }
  }

  #noteOfClaim(claim: number, reaches: boolean): string {
    const { grounds } = this.cone.framework
    if (grounds.aside[claim] === 1) return 'set aside'
    if (grounds.given[claim] === 1) return 'taken as given'
    const kind = BASE_KINDS[grounds.kind[claim]!]
    if (!reaches) return only(this.evaluation.possible[claim]!)
    const force = FORCE_NAMES[this.evaluation.sure[claim]!]!
    if (grounds.bare[claim] === 0 || this.evaluation.history.reachedBy[factOf(claim, 1)]! >= 0) return force
    return `${kind === 'assumption' ? 'your assumption' : 'your own premise'}, ${force}`
  }

  #noteOfStep(step: number, force: number, reaches: boolean): string {
    const { graph, off } = this.cone.framework
    if (off[step] === 1) return 'supposed off'
    if (reaches) return FORCE_NAMES[this.evaluation.sure[step]!]!
    return graph.strength[step]! < force ? only(graph.strength[step]!) : only(this.evaluation.possible[step]!)
  }
}

/** The force of what stays below another; empty for what has none, whose verdict says enough. */
const only = (force: number): string => (force === 0 ? '' : `only ${FORCE_NAMES[force]!}`)

function answeredAs(count: number, isClaim: boolean, reaches: boolean): string {
  const [what, how] = reaches
    ? [isClaim ? 'objection' : 'undercut', 'answered']
    : [isClaim ? 'reason' : 'backing', 'not strong enough']
  return `${count} ${what}${count === 1 ? '' : 's'}, ${how}`
}

const sourceStep = (id: string): PathStep => ({
  kind: 'source',
  id,
  note: '',
  because: [],
  answered: [],
  answeredAs: '',
  isRepeated: false,
})

/** The claims and relations of a path, with what was answered and the premises from which its relations lead. */
export function namedOn(
  path: PathStep,
  all: Project['relations'],
): { readonly claims: Set<string>; readonly relations: Set<string> } {
  const claims = new Set<string>()
  const relations = new Set<string>()
  const open = [path]
  for (let step = open.pop(); step; step = open.pop()) {
    if (step.kind === 'claim') claims.add(step.id)
    else if (step.kind === 'relation') {
      relations.add(step.id)
      for (const premise of all.get(step.id)?.premises ?? []) claims.add(premise)
    }
    open.push(...step.because, ...step.answered)
  }
  return { claims, relations }
}
