import type { Accepted, Sent } from './group-commit'

/** The pages whose last patch is remembered. */
const PAGES = 100

/** Answers a patch that is sent again because its answer was lost, without applying it twice (decision 0014). */
export class RepeatedPatches {
  /** The last accepted patch of each page, by its key. */
  readonly #last = new Map<string, { readonly id: string; readonly answer: Accepted }>()
  readonly #underWay = new Map<string, Promise<Accepted>>()

  /** Applies a patch unless it is pending or the last accepted one of its page. A patch without an id is always applied. */
  async once({ page = '', id }: Sent, accept: () => Promise<Accepted>): Promise<Accepted> {
    if (id === undefined) return accept()
    const last = this.#last.get(page)
    if (last?.id === id) return last.answer
    const key = `${page} ${id}`
    const underWay = this.#underWay.get(key)
    if (underWay) return underWay
    const coming = accept()
    this.#underWay.set(key, coming)
    try {
      const answer = await coming
      this.#last.delete(page)
      this.#last.set(page, { id, answer })
      if (this.#last.size > PAGES) this.#last.delete(this.#last.keys().next().value!)
      return answer
    } finally {
      this.#underWay.delete(key)
    }
  }

  /** The id of the last accepted patch of a page; undefined if there is none. */
  lastOf = (page: string): string | undefined => this.#last.get(page)?.id
}
