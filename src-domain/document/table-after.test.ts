import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Table } from './project'
import { differingIds, tableAfter } from './table-after'

const ids = fc.integer({ min: 0, max: 1300 }).map((number) => `id ${number}`)
const change = fc.tuple(ids, fc.option(fc.integer(), { nil: null, freq: 3 }))

test('a large table with pending changes equals the map with those changes applied', () => {
  const first = new Map(
    Array.from({ length: 1200 }, (_, number) => [`id ${number}` as string, number] as const),
  )
  const steps = fc.array(fc.array(change, { maxLength: 40 }), { maxLength: 25 })
  fc.assert(
    fc.property(steps, (patches) => {
      const plain = new Map(first)
      let table: Table<number> = first
      for (const patch of patches) {
        const changes = new Map(patch)
        const [before, shown] = [table, [...table]]
        for (const [id, row] of changes) {
          if (row === null) plain.delete(id)
          else plain.set(id, row)
        }
        table = tableAfter(table, changes)
        expect([...before]).toEqual(shown)
        expect([...table]).toEqual([...plain])
        expect([[...table.keys()], [...table.values()]]).toEqual([[...plain.keys()], [...plain.values()]])
        expect(table.size).toBe(plain.size)
        for (const earlier of [before, first]) {
          const all = new Set([...earlier.keys(), ...plain.keys()])
          const differing = [...all].filter((id) => earlier.get(id) !== plain.get(id))
          expect(differingIds(earlier, table).sort()).toEqual(differing.sort())
          expect(differingIds(table, earlier).sort()).toEqual(differing)
        }
        for (const id of changes.keys()) {
          expect([table.get(id), table.has(id)]).toEqual([plain.get(id), plain.has(id)])
        }
      }
    }),
    { numRuns: 25 },
  )
})
