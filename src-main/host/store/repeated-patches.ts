import type { Accepted } from './group-commit'

/** Answers a patch that is sent again because its answer was lost, without applying it twice (decision 0014). */
export class RepeatedPatches {
  #last: { readonly id: string; readonly answer: Accepted } | undefined
  readonly #underWay = new Map<string, Promise<Accepted>>()

  /**
   * Applies a patch unless it is pending or the last one accepted.
   * @param id the sender's id for the patch
   */
  async once(id: string, accept: () => Promise<Accepted>): Promise<Accepted> {
    if (this.#last?.id === id) return this.#last.answer
    const underWay = this.#underWay.get(id)
    if (underWay) return underWay
    const coming = accept()
    this.#underWay.set(id, coming)
    try {
      const answer = await coming
      this.#last = { id, answer }
      return answer
    } finally {
      this.#underWay.delete(id)
    }
  }
}
