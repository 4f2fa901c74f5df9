import { FOREIGN_ID_LIMIT } from '../../records/record'
import type { Loss } from '../../records/origin'

/** More ids than these say nothing to a reader, and would make the report larger than the file. */
const IDS_SHOWN = 1000

/** Collects what a reader does not keep in records: one line for each type. */
export class LossList {
  readonly #byType = new Map<string, { what: string; ids: string[] }>()

  /**
   * Names an element that no record stands for, or part of one.
   * @param what the sentence for the user; that of the first element of a type counts
   */
  name(type: string, id: string, what: string): void {
    const known = this.#byType.get(type)
    if (known) known.ids.push(id)
    else this.#byType.set(type, { what, ids: [id] })
  }

  /** The report, in the order in which the types occurred. */
  lines(): Loss[] {
    return [...this.#byType].map(([type, { what, ids }]) => ({
      what: what.slice(0, 500),
      count: ids.length,
      type: type.slice(0, 100),
      ...(ids.length <= IDS_SHOWN && { ids: ids.map((id) => id.slice(0, FOREIGN_ID_LIMIT)) }),
    }))
  }
}
