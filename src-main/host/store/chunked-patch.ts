import * as v from 'valibot'
import { ContractError } from '#api/errors'
import type { Patch } from '#domain/document/patch'
import { PatchSchema } from '#domain/document/patch-schema'
import { PROJECT_LIMIT } from './decode-project'

/** The most characters of a patch: it may contain every record twice. */
const MOST = 2 * PROJECT_LIMIT

/** The most patches that may be arriving at once. */
const AT_ONCE = 3

interface Coming {
  readonly pieces: string[]
  length: number
}

/** Patches that are too large for one request. They arrive as pieces of their JSON, in order. */
export class ChunkedPatches {
  readonly #coming = new Map<string, Coming>()

  /**
   * Appends a piece; a piece at position 0 starts over. Throws `unavailable` if it does not begin where the last one
   * ended, and `too-large`.
   */
  add(name: string, at: number, text: string): void {
    if (at === 0) this.#coming.delete(name)
    const coming = this.#coming.get(name) ?? { pieces: [], length: 0 }
    if (at !== coming.length)
      throw new ContractError('unavailable', 'a part of the change did not arrive; it will be sent again')
    if (at + text.length > MOST) {
      this.#coming.delete(name)
      throw new ContractError('too-large', 'The change was refused: it is too large to be saved.')
    }
    coming.pieces.push(text)
    coming.length += text.length
    this.#coming.set(name, coming)
    if (this.#coming.size > AT_ONCE) this.#coming.delete(this.#coming.keys().next().value!)
  }

  /** Returns the complete patch and drops it. Throws `unavailable` if it is incomplete, and `bad-request`. */
  take(name: string, length: number): Patch {
    const coming = this.#coming.get(name)
    if (coming?.length !== length)
      throw new ContractError('unavailable', 'a part of the change did not arrive; it will be sent again')
    this.#coming.delete(name)
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), PatchSchema), coming.pieces.join(''))
    if (read.success) return read.output
    throw new ContractError('bad-request', 'The change was refused: it is not valid. Nothing was changed.')
  }
}
