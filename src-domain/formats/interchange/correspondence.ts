import { foreignOf, textBesideOf } from '../../document/origins'
import type { Project } from '../../document/project'
import type { Origin } from '../../records/origin'
import type { AnyRecord, Records } from '../../records/registry'
import { readChoicesIn } from './choices'
import type { IncomingFile, IncomingMap } from './incoming'
import { projectOf } from './project-of'

type Table = 'categories' | 'claims' | 'relations' | 'maps' | 'placements' | 'excerpts' | 'sources' | 'groups'

/** An element of a file, with the records that it became when it came and those that stand for it now. */
export interface Correspondence<Row extends AnyRecord> {
  readonly id: string
  readonly then: Row
  /** Undefined if no record stands for the element any more. */
  readonly now: Row | undefined
}

/** What became of the elements of an origin: the project as it came, and the records of now by their elements. */
export class Correspondences {
  readonly then: Project
  readonly #used = new Map<string, ReadonlySet<string>>()

  /** @param read reads the origin's format */
  constructor(
    readonly now: Project,
    readonly origin: Origin,
    read: (file: IncomingFile) => IncomingMap,
  ) {
    const { fileName, content: text, added } = origin
    const choices = readChoicesIn(origin.choices)
    const file = { fileName, text, beside: textBesideOf(now, origin), hash: 'then', now: added, choices }
    this.then = projectOf(file, read(file))
  }

  /** The elements of a table in the order of the file, one entry for each part. */
  of<Name extends Table>(table: Name): Correspondence<Records[Name]>[] {
    const rows = [...this.now[table].values()] as Records[Name][]
    const byElement = new Map<string, Records[Name]>()
    for (const row of rows) {
      for (const { origin, id, part = 1 } of foreignOf(row)) {
        const key = `${part} ${id}`
        if (origin === this.origin.id && !byElement.has(key)) byElement.set(key, row)
      }
    }
    this.#used.set(table, new Set([...byElement.values()].map(({ id }) => id)))
    return ([...this.then[table].values()] as Records[Name][]).flatMap((then) =>
      foreignOf(then).map(({ id, part = 1 }) => ({ id, then, now: byElement.get(`${part} ${id}`) })),
    )
  }

  /** The records that stand for no element of the origin: those that are new since it came. */
  added<Name extends Table>(table: Name): Records[Name][] {
    if (!this.#used.has(table)) this.of(table)
    const used = this.#used.get(table)!
    return ([...this.now[table].values()] as Records[Name][]).filter(({ id }) => !used.has(id))
  }

  /** The elements of the origin that a record of now stands for. */
  elementsOf = (record: AnyRecord): string[] =>
    foreignOf(record).flatMap(({ origin, id }) => (origin === this.origin.id ? [id] : []))
}
