import type { CheckedProject } from '#domain/document/checked-project'
import { LINEAGE_LENGTH, type LineageEntry } from '#domain/document/lineage-schema'
import { lineageAfter } from '#domain/merge/lineage'
import type { Snapshot } from '../snapshot/snapshot'
import { PROJECT_LIMIT } from './decode-project'
import { fileBytes, fileText } from './file-text'

/** The file's content of an open project, and an upper bound of its length. */
export class ProjectDocument {
  /** An upper bound of the file's length in UTF-16 code units. */
  #length: number
  /** The content with which it was opened, until the page that opened it has taken it: it is large. */
  #opened: Buffer | undefined

  /**
   * @param content the content of its file
   * @param next the lineage of the file after its next write, which comes with the first change
   */
  constructor(
    private readonly project: CheckedProject,
    content: Buffer,
    private next: readonly LineageEntry[],
  ) {
    this.#length = content.length
    this.#opened = content
  }

  /** The content of the file, now or after the next write. Serialises the whole project, except for the first page. */
  content(): Buffer {
    const opened = this.#opened
    this.#opened = undefined
    return opened ?? fileBytes(this.project.project())
  }

  /** The file was written: later changes are for the one after it. */
  written({ length, generation, about }: Pick<Snapshot, 'length' | 'generation' | 'about'>): void {
    this.#length = length
    this.next = lineageAfter(about, generation)
    if (this.project.about.revision === about.revision) return
    this.project.lineage = this.next
    this.#opened = undefined
  }

  /** Adds an applied patch to the length. False if the project would be too large to be saved. */
  grow(json: string): boolean {
    const length = this.#lengthWith(json)
    if (length > PROJECT_LIMIT - LINEAGE_LENGTH) return false
    this.#length = length
    this.#opened = undefined
    this.project.lineage = this.next
    return true
  }

  /** An upper bound of the file's length after a patch, or the exact length if the bound exceeds the limit. */
  #lengthWith(json: string): number {
    // A record is in the patch twice, and indenting it in the file adds only a few lines.
    const bound = this.#length + 2 * json.length
    if (bound <= PROJECT_LIMIT - LINEAGE_LENGTH) return bound
    try {
      return fileText(this.project.project()).length
    } catch (error) {
      // The text is longer than the longest string.
      if (error instanceof RangeError) return Infinity
      throw error
    }
  }
}
