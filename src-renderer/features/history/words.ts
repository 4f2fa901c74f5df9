import type { Generation } from '#api/endpoints/history'

const TABLES = [
  { table: 'sources', one: 'article', many: 'articles' },
  { table: 'claims', one: 'claim', many: 'claims' },
  { table: 'excerpts', one: 'passage', many: 'passages' },
  { table: 'relations', one: 'relation', many: 'relations' },
] as const

/** The number of records of each kind in a state. */
export const contentsOf = (counts: Generation['counts']): string =>
  TABLES.map(({ table, one, many }) => `${counts[table]} ${counts[table] === 1 ? one : many}`).join(', ')

/** The changes since the state before, such as “3 claims added, 1 source removed”. */
export function differenceOf(changed: Generation['changed']): string {
  if (!changed) return 'The first state'
  const parts = TABLES.flatMap(({ table, one, many }) =>
    (['added', 'removed', 'changed'] as const).flatMap((how) => {
      const count = changed.tallies[table][how]
      return count > 0 ? [`${count} ${count === 1 ? one : many} ${how}`] : []
    }),
  )
  return parts.length > 0 ? parts.join(', ') : 'The title, categories, maps or positions of cards changed'
}
