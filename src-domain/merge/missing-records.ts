import type { Project } from '../document/project'
import { TABLE_NAMES, type TableName } from '../records/registry'

/** The records of the common state that one version lacks. */
export interface MissingRecords {
  readonly count: number
  /** How many records the common state has. */
  readonly of: number
}

/** The tables whose records an analyst removes one by one. */
const COUNTED = ['sources', 'claims', 'excerpts', 'relations'] as const satisfies readonly TableName[]

/** Fewer missing records than this are taken as removed, and so is a smaller share. */
const DOUBTFUL_COUNT = 5
const DOUBTFUL_SHARE = 0.25

/**
 * The articles, claims, passages and relations of the common state that a version lacks, if these are so many that they
 * may not have been removed: a file can name a state that it does not come from, and what it never had would then be
 * removed from the other version.
 * @returns undefined if the missing records can be taken as removed
 */
export function doubtfulRemovals(base: Project, version: Project): MissingRecords | undefined {
  const of = COUNTED.reduce((sum, table) => sum + base[table].size, 0)
  const count = COUNTED.reduce(
    (sum, table) => sum + [...base[table].keys()].filter((id) => !version[table].has(id)).length,
    0,
  )
  return count >= DOUBTFUL_COUNT && count > of * DOUBTFUL_SHARE ? { count, of } : undefined
}

/**
 * A common state without the records that a version lacks, so that a merge does not take them as removed. It is for
 * merging only: its records may point to others that it does not have.
 */
export function withoutMissing(base: Project, version: Project): Project {
  const tables = TABLE_NAMES.map((table) => {
    const kept = [...base[table]].filter(([id]) => version[table].has(id))
    return [table, new Map<string, unknown>(kept)]
  })
  return { ...base, ...(Object.fromEntries(tables) as object) }
}
