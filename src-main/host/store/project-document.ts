import type { CheckedProject } from '#domain/document/checked-project'
import { save } from '#domain/document/save'
import { PROJECT_LIMIT } from './decode-project'

/** The text of an open project, and an upper bound of its length. */
export class ProjectDocument {
  /** An upper bound of the file's length in UTF-16 code units. */
  #length: number
  /** The project's text, cached until the next change. It can be large. */
  #saved: { readonly revision: number; readonly text: string } | undefined

  constructor(
    private readonly project: CheckedProject,
    text: string,
  ) {
    this.#length = text.length
    this.#saved = { revision: project.about.revision, text }
  }

  /** The content of the file, now or after the next write. Serialises the whole project, once for each revision. */
  get text(): string {
    const { revision } = this.project.about
    if (this.#saved?.revision !== revision) this.#saved = { revision, text: save(this.project.project()) }
    return this.#saved.text
  }

  /** Sets the file's length, in UTF-16 code units. */
  measured(length: number): void {
    this.#length = length
  }

  /** Adds an applied patch to the length. False if the project would be too large to be saved. */
  grow(json: string): boolean {
    const length = this.#lengthWith(json)
    if (length > PROJECT_LIMIT) return false
    this.#length = length
    this.#saved = undefined
    return true
  }

  /** An upper bound of the file's length after a patch, or the exact length if the bound exceeds the limit. */
  #lengthWith(json: string): number {
    // A record is in the patch twice, and indenting it in the file adds only a few lines.
    const bound = this.#length + 2 * json.length
    if (bound <= PROJECT_LIMIT) return bound
    try {
      return save(this.project.project()).length
    } catch (error) {
      // The text is longer than the longest string.
      if (error instanceof RangeError) return Infinity
      throw error
    }
  }
}
