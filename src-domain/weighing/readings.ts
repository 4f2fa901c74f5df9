import { evaluate, type Forces } from './evaluation'
import { groundsRead } from './grounds'
import type { Reading } from './supposing'
import type { ProjectFramework } from './verdict'

/** The further readings of a weighing. Each is one more evaluation, which happens when it is first asked for. */
export class Readings {
  readonly #sure = new Map<Reading, Uint8Array>()
  readonly #framework: ProjectFramework
  readonly #evaluation: Forces

  constructor(framework: ProjectFramework, evaluation: Forces) {
    this.#framework = framework
    this.#evaluation = evaluation
  }

  /** Whether a claim stands, but not when assumptions and the analyst's own premises have no base. */
  onAssumption(claim: string): boolean {
    return this.#isLost(claim, 'without assumptions')
  }

  /** Whether a claim stands, but not when each open question goes against it. */
  hangsOnQuestion(claim: string): boolean {
    return this.#isLost(claim, 'questions upheld')
  }

  #isLost(claim: string, reading: Reading): boolean {
    const x = this.#framework.graph.claimAt.get(claim)
    if (x === undefined || this.#evaluation.sure[x] === 0) return false
    return this.#read(reading)[x] === 0
  }

  #read(reading: Reading): Uint8Array {
    let sure = this.#sure.get(reading)
    if (!sure) {
      const framework = this.#framework
      const grounds = groundsRead(framework.grounds, reading)
      sure = grounds === framework.grounds ? this.#evaluation.sure : evaluate({ ...framework, grounds }).sure
      this.#sure.set(reading, sure)
    }
    return sure
  }
}
