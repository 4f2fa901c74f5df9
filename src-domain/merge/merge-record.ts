import type { TableName } from '../records/registry'
import { equal } from './equal'
import { joinLists } from './join-lists'
import { unitsOf, type Unit } from './units'

/** A record as fields, so that all tables are merged alike. */
export type Fields = Readonly<Record<string, unknown>>

/** One of the two files that come together. */
export type Side = 'mine' | 'theirs'

export interface MergedRecord {
  readonly record: Fields
  /** The units that both changed differently. The record has those of mine. */
  readonly disputed: readonly string[]
}

/**
 * Brings two states of a record together, unit by unit (see `units.ts`).
 * @param base the record before both changed it; undefined if it was in neither file, or is not known
 * @param later the side whose file was changed last
 */
export function mergeRecord(
  table: TableName,
  base: Fields | undefined,
  mine: Fields,
  theirs: Fields,
  later: Side,
): MergedRecord {
  const merged: Record<string, unknown> = {}
  const disputed: string[] = []
  for (const unit of unitsOf(table, [...Object.keys(mine), ...Object.keys(theirs)])) {
    const [before, here, there] = [base ?? {}, mine, theirs].map((record) => part(record, unit))
    if (equal(here, there) || equal(there, before)) Object.assign(merged, here)
    else if (equal(here, before)) Object.assign(merged, there)
    else if (unit.joining === 'later') Object.assign(merged, later === 'mine' ? here : there)
    else if (unit.joining === 'value') {
      Object.assign(merged, here)
      disputed.push(unit.name)
    } else
      for (const field of unit.fields) {
        const [was, own, other] = [before, here, there].map((each) => listIn(each?.[field]))
        const joined = joinLists(was!, own!, other!)
        if (joined.length > 0 || here?.[field] !== undefined) merged[field] = joined
      }
  }
  return { record: merged, disputed }
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])

/** The fields of a record that belong to the units of these names. */
export function unitsIn(table: TableName, record: Fields, names: readonly string[]): Fields {
  const fields = unitsOf(table, Object.keys(record))
    .filter(({ name }) => names.includes(name))
    .flatMap((unit) => unit.fields)
  return part(record, { fields })
}

/** The fields of a unit, without those that the record does not have. */
export function part(record: Fields, { fields }: Pick<Unit, 'fields'>): Fields {
  const kept: Record<string, unknown> = {}
  for (const field of fields) if (record[field] !== undefined) kept[field] = record[field]
  return kept
}
