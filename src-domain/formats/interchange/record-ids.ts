/** Makes ids of records from the hash of a file and the ids of its elements, so that the same file gives the same ids. */
export class RecordIds {
  readonly #taken = new Map<string, number>()
  readonly #prefix: string

  /** @param hash the SHA-256 of the file in hexadecimal */
  constructor(hash: string) {
    this.#prefix = hash.slice(0, 8)
  }

  /** A new id for a record; a second one for the same name ends in `.2`. */
  make(name: string): string {
    // Names have no full stop, so the number cannot make the id of another name.
    const id = `${this.#prefix}-${name.replace(/[^A-Za-z0-9_-]/g, '_')}`.slice(0, 90)
    const count = (this.#taken.get(id) ?? 0) + 1
    this.#taken.set(id, count)
    return count === 1 ? id : `${id}.${count}`
  }
}
