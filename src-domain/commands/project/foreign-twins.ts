import { changed } from '../../document/change'
import { foreignKey, foreignOf, joinedForeign } from '../../document/origins'
import type { RecordChange } from '../../document/patch'
import type { Project } from '../../document/project'
import type { AnyRecord, TableName } from '../../records/registry'

/** The tables whose records are used again when the element that they came from is imported again. */
const TABLES = ['categories', 'sources', 'claims', 'excerpts', 'relations'] as const

type Table = (typeof TABLES)[number]

const isOneOf = (table: TableName): table is Table => (TABLES as readonly TableName[]).includes(table)

/** Finds the records of a project that stand for elements of imported files, and lets them stand for more. */
export class ForeignTwins {
  readonly #byElement = new Map<string, string>()
  readonly #joined = new Map<string, { table: Table; id: string; others: AnyRecord[] }>()

  constructor(private readonly here: Project) {
    // Without origins no record stands for an element.
    if (here.origins.size === 0) return
    for (const table of TABLES) {
      for (const record of here[table].values()) {
        for (const element of foreignOf(record)) {
          const key = `${table} ${foreignKey(element)}`
          if (!this.#byElement.has(key)) this.#byElement.set(key, record.id)
        }
      }
    }
  }

  /** The id of the record that stands for an element of `record`, whose origins are those of this project. */
  of(table: TableName, record: AnyRecord): string | undefined {
    for (const element of foreignOf(record)) {
      const found = this.#byElement.get(`${table} ${foreignKey(element)}`)
      if (found !== undefined) return found
    }
    return undefined
  }

  /** Lets a record of this project stand for the elements of `other` too. */
  join(table: TableName, id: string, other: AnyRecord): void {
    if (!isOneOf(table) || foreignOf(other).length === 0) return
    const key = `${table} ${id}`
    const known = this.#joined.get(key)
    if (known) known.others.push(other)
    else this.#joined.set(key, { table, id, others: [other] })
  }

  /** The changes of the records that stand for more elements than before. */
  changes(): RecordChange[] {
    return [...this.#joined.values()].flatMap(({ table, id, others }) => {
      const record = this.here[table].get(id)
      if (!record) return []
      const foreign = joinedForeign([record, ...others])
      if (foreign.length === foreignOf(record).length) return []
      return changed(table, record, { foreign })
    })
  }
}
