import { foreignOf } from '../../../document/origins'
import type { AnyRecord } from '../../../records/registry'

const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

/** The GUIDs of the elements of a file: those that records came with, else made of the ids of records. */
export class Guids {
  readonly #of = new Map<string, string>()
  readonly #taken: Set<string>

  /**
   * @param uuid makes a UUID of a text, the same one each time
   * @param taken GUIDs of other elements, in lower case
   */
  constructor(
    private readonly uuid: (text: string) => string,
    taken: Iterable<string> = [],
  ) {
    this.#taken = new Set(taken)
  }

  /** The GUID of a record as an element of a kind. */
  of(kind: string, record: AnyRecord): string {
    const key = `${kind} ${record.id}`
    const known = this.#of.get(key)
    if (known !== undefined) return known
    const came = foreignOf(record).find(({ id }) => GUID.test(id) && !this.#taken.has(id.toLowerCase()))
    const guid = came?.id.toLowerCase() ?? this.made(key)
    this.#taken.add(guid)
    this.#of.set(key, guid)
    return guid
  }

  /** The GUID of an element that no record stands for. */
  made = (text: string): string => this.uuid(text)
}
