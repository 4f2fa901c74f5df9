import type { Cone } from './cone'
import { evaluate, type Evaluation } from './evaluation'
import { factOf, type Framework } from './framework'
import { listOf, type Lists } from './lists'

/**
 * What the verdict of a cone's claim rests on, as keys of things: as long as none of these is given up the verdict stays,
 * whatever else is given up. It is built from the rounds of the evaluation, each fact from facts of an earlier round or
 * that were settled earlier in it, so it never goes in a circle. The counterpart of a strongly admissible set (Baroni and
 * Giacomin 2007). Empty for a contested claim.
 * @param given the things that are given up already
 */
export function restsOn(
  cone: Cone,
  framework: Framework,
  given: ReadonlySet<string>,
  evaluation: Evaluation = evaluate(framework),
): Set<string> {
  return new Justification(cone, framework, given, evaluation).used()
}

/** The facts that a justification is built from. A fact is `factOf(node, force)`; negative, that it is not reached. */
export interface Facts {
  /** What is to be justified; undefined for a contested claim. */
  readonly root: number | undefined
  /** The facts from which each fact follows, in the order in which they were used. */
  readonly from: ReadonlyMap<number, readonly number[]>
  /** The source whose passage carries a claim, for facts that rest on one. */
  readonly carriedBy: ReadonlyMap<number, string>
}

/** The justification of the verdict of a cone's claim, with what follows from what. */
export function factsOf(cone: Cone, evaluation: Evaluation): Facts {
  return new Justification(cone, cone.framework, new Set(), evaluation).facts()
}

class Justification {
  readonly #used = new Set<string>()
  readonly #seen = new Set<number>()
  /** Facts that wait to be justified: to be reached, or negative to be excluded. */
  readonly #open: number[] = []
  readonly #root: number | undefined
  /** The facts from which the one that is being justified follows, while they are noted. */
  #noted: number[] | undefined
  /** The source whose passage was used last. */
  #source: string | undefined

  constructor(
    private readonly cone: Cone,
    private readonly framework: Framework,
    private readonly given: ReadonlySet<string>,
    private readonly evaluation: Evaluation,
  ) {
    if (evaluation.sure[0]! > 0) this.#root = factOf(0, 1)
    else if (evaluation.possible[0] === 0) this.#root = -factOf(0, 1)
    if (this.#root !== undefined) this.#add(this.#root)
  }

  facts(): Facts {
    const from = new Map<number, number[]>()
    const carriedBy = new Map<number, string>()
    for (let fact = this.#open.pop(); fact !== undefined; fact = this.#open.pop()) {
      this.#noted = []
      this.#source = undefined
      this.#justify(fact)
      from.set(fact, this.#noted)
      if (this.#source !== undefined) carriedBy.set(fact, this.#source)
    }
    return { root: this.#root, from, carriedBy }
  }

  used(): Set<string> {
    for (let fact = this.#open.pop(); fact !== undefined; fact = this.#open.pop()) this.#justify(fact)
    return this.#used
  }

  /** That a node reaches a force is to be justified. */
  #reach(x: number, force: number): void {
    this.#add(factOf(x, force))
  }

  /** That a node stays below a force is to be justified. */
  #exclude(x: number, force: number): void {
    this.#add(-factOf(x, force))
  }

  #add(fact: number): void {
    this.#noted?.push(fact)
    if (this.#seen.has(fact)) return
    this.#seen.add(fact)
    this.#open.push(fact)
  }

  #justify(signed: number): void {
    const fact = Math.abs(signed)
    const x = fact >> 2
    const force = fact & 3
    const isClaim = x < this.framework.graph.firstStep
    if (signed > 0) {
      if (isClaim) this.#claimReaches(x, fact)
      else this.#stepReaches(x, force, fact)
    } else if (isClaim) this.#claimBelow(x, force, fact)
    else this.#stepBelow(x, force, fact)
  }

  #claimReaches(x: number, fact: number): void {
    const { graph, grounds } = this.framework
    this.#used.add(`claim:${this.cone.claims[x]}`)
    if (grounds.given[x] === 1) return
    const { reachedBy, reachedValue } = this.evaluation.history
    const value = reachedValue[fact]!
    const by = reachedBy[fact]!
    if (by >= 0) this.#reach(by, value)
    else if (grounds.bare[x] === 0) this.#carriedBy(x, value)
    const isBare = by < 0 && grounds.bare[x] === 1
    for (const objection of listOf(graph.contra, x)) this.#exclude(objection, isBare ? 1 : value)
  }

  /** The first source that carries the claim with the force; a base of another kind rests on the claim alone. */
  #carriedBy(x: number, value: number): void {
    const passage = this.cone.passages[x]!.find(
      ({ source, force }) => force >= value && !this.given.has(`source:${source}`),
    )
    if (!passage) return
    this.#used.add(`source:${passage.source}`)
    this.#source = passage.source
  }

  #stepReaches(x: number, force: number, fact: number): void {
    const { graph } = this.framework
    const { reachedBy, reachedIn } = this.evaluation.history
    this.#used.add(`step:${this.cone.relations[x - graph.firstStep]}`)
    for (const premise of listOf(graph.premises, x)) this.#reach(premise, force)
    const backing = reachedBy[fact]!
    let need = 1
    if (backing >= 0) {
      for (const undercut of listOf(graph.contra, x)) {
        need = Math.max(need, this.#possibleIn(undercut, reachedIn[fact]!) + 1)
      }
      this.#reach(backing, need)
    }
    for (const undercut of listOf(graph.contra, x)) this.#exclude(undercut, need)
  }

  #stepBelow(x: number, force: number, fact: number): void {
    const { graph, off } = this.framework
    // Nothing need be given up for a step that cannot reach the force by itself.
    if (off[x] === 1 || graph.strength[x]! < force) return
    const round = this.evaluation.history.excludedIn[fact]!
    const premise = this.#firstExcluded(graph.premises, x, force, round)
    if (premise >= 0) return this.#exclude(premise, force)
    const undercut = this.#strongestIn(graph.contra, x, round - 1)
    this.#reach(undercut.step, undercut.value)
    for (const backing of listOf(graph.pro, x)) this.#exclude(backing, undercut.value + 1)
  }

  #claimBelow(x: number, force: number, fact: number): void {
    const { graph, grounds } = this.framework
    if (grounds.aside[x] === 1) return
    const round = this.evaluation.history.excludedIn[fact]!
    const reasons = listOf(graph.pro, x)
    const hasReason = reasons.some((step) => this.#possibleIn(step, round) >= force)
    if (!hasReason && grounds.base[x]! < force) {
      for (const step of reasons) this.#exclude(step, force)
      return
    }
    const objection = this.#strongestIn(graph.contra, x, round - 1)
    this.#reach(objection.step, objection.value)
    for (const step of reasons) this.#exclude(step, Math.max(objection.value, 1))
  }

  /** The force that a node could have for all that was settled up to a round. */
  #possibleIn(x: number, round: number): number {
    const { excludedIn } = this.evaluation.history
    for (let force = 3; force > 0; force--) {
      const out = excludedIn[factOf(x, force)]!
      if (out === 0 || out > round) return force
    }
    return 0
  }

  /** The member of a list that was excluded first, up to a round; -1 if there is none. */
  #firstExcluded(lists: Lists, x: number, force: number, round: number): number {
    const { excludedIn } = this.evaluation.history
    let best = -1
    let first = round + 1
    for (const y of listOf(lists, x)) {
      const out = excludedIn[factOf(y, force)]!
      if (out === 0 || out >= first) continue
      best = y
      first = out
    }
    return best
  }

  /** The member of a list with the highest sure force in a round, and of equals the one that had it first. */
  #strongestIn(lists: Lists, x: number, round: number): { step: number; value: number } {
    const { reachedIn } = this.evaluation.history
    let strongest = { step: -1, value: 0 }
    let first = 0
    for (const step of listOf(lists, x)) {
      for (let force = 3; force > 0; force--) {
        const reached = reachedIn[factOf(step, force)]!
        if (reached === 0 || reached > round) continue
        if (force > strongest.value || (force === strongest.value && reached < first)) {
          strongest = { step, value: force }
          first = reached
        }
        break
      }
    }
    return strongest
  }
}

/** Where a verdict lies: 2 stands, 1 contested, 0 does not stand. Falling and being unsupported are both not standing. */
export const sideOf = ({ sure, possible }: Pick<Evaluation, 'sure' | 'possible'>): number =>
  sure[0]! > 0 ? 2 : possible[0]! > 0 ? 1 : 0
