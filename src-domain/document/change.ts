import type { RecordChange } from './patch'
import type { Records, TableName } from '../records/registry'

/** The change that adds a record. */
export const created = <Name extends TableName>(table: Name, to: Records[Name]): RecordChange =>
  ({ table, id: to.id, from: null, to }) as RecordChange

/** The change that sets some fields of a record. */
export const changed = <Name extends TableName>(
  table: Name,
  from: Records[Name],
  fields: Partial<Records[Name]>,
): RecordChange => ({ table, id: from.id, from, to: { ...from, ...fields } }) as RecordChange
