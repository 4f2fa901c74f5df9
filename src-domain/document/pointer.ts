import type { TableName } from '../records/registry'

/** A record that another record points to. `broken` says in a clause that it is missing. */
export interface Pointer {
  readonly table: TableName
  readonly id: string
  readonly broken: string
}
