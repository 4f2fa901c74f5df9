import { describe, expect, test } from 'vitest'
import { migrate, migrateAccepted } from './migrate'
import { VERSION } from './project'
import type { Migration } from '../records/record'
import { RECORD_TYPES } from '../records/registry'

/** The migrations of a table to some versions, each of which adds its version to the record. */
const steps = (table: string, ...versions: number[]): { table: string; migrations: Migration[] } => ({
  table,
  migrations: versions.map((version) => ({
    version,
    name: `to ${version}`,
    up: (record) => ({ ...record, taken: [...((record['taken'] as number[] | undefined) ?? []), version] }),
  })),
})

const TYPES = [steps('claims', 2, 4), steps('relations', 3), steps('maps')]

test('every migration is called once and in order, on every record of its table', () => {
  const file = {
    version: 1,
    claims: [{ id: 'a' }, { id: 'b' }],
    relations: [{ id: 'r' }],
    maps: [{ id: 'm' }],
  }
  expect(migrate(file, 1, TYPES, 4)).toEqual({
    version: 4,
    claims: [
      { id: 'a', taken: [2, 4] },
      { id: 'b', taken: [2, 4] },
    ],
    relations: [{ id: 'r', taken: [3] }],
    maps: [{ id: 'm' }],
  })
})

test.each([
  [1, [2, 4]],
  [2, [4]],
  [3, [4]],
  [4, undefined],
])('a file of version %d gets only the migrations after it', (version, taken) => {
  expect(migrate({ version, claims: [{}] }, version, TYPES, 4)).toEqual({
    version: 4,
    claims: [taken ? { taken } : {}],
  })
})

test('P4 the parsed file is not modified, and values that are not records are kept', () => {
  const file = Object.freeze({
    version: 1,
    claims: Object.freeze([Object.freeze({ id: 'a' }), null, 7]),
    relations: 'none',
  })
  expect(migrate(file, 1, TYPES, 4)).toMatchObject({
    claims: [{ taken: [2, 4] }, null, 7],
    relations: 'none',
  })
  expect(file).toEqual({ version: 1, claims: [{ id: 'a' }, null, 7], relations: 'none' })
})

test.each([0, -1, 0.5, NaN, Infinity])('version %d does not exist', (version) => {
  expect(migrate({}, version, TYPES, 4)).toBeUndefined()
})

test('P10 every migration leads to a version up to the current one, in order', () => {
  for (const { table, migrations } of RECORD_TYPES) {
    const versions = migrations.map(({ version }: Migration) => version)
    expect(versions, table).toEqual([...versions].sort((a, b) => a - b))
    for (const version of versions) expect(version >= 2 && version <= VERSION).toBe(true)
  }
})

describe('version 2', () => {
  const old = {
    version: 1,
    sources: [
      {
        id: 's',
        arrived: 'the file',
        earlier: [{ fileName: 'old.txt', arrived: 'older' }, 'odd'],
        unknown: 7,
      },
    ],
    excerpts: [{ id: 'e', judged: 'digest' }, { id: 'f' }],
  }
  const sources = [
    {
      id: 's',
      originalText: 'the file',
      previousTexts: [{ fileName: 'old.txt', originalText: 'older' }, 'odd'],
      unknown: 7,
    },
  ]
  const excerpts = [{ id: 'e', judgedFor: 'digest' }, { id: 'f' }]

  test('renames the fields of the original text, the previous texts and the compared text', () => {
    expect(migrate(old, 1)).toEqual({ version: 2, sources, excerpts })
  })

  test('renames them in the changes of a journal too, and leaves other values alone', () => {
    const change = (table: string, from: unknown, to: unknown) => ({ table, id: 'x', from, to })
    const accepted = {
      revision: 3,
      patch: [
        change('sources', null, old.sources[0]),
        change('excerpts', old.excerpts[0], null),
        change('about', { title: 'A' }, { title: 'B' }),
        'odd',
      ],
    }
    expect(migrateAccepted(accepted, 1)).toEqual({
      revision: 3,
      patch: [
        change('sources', null, sources[0]),
        change('excerpts', excerpts[0], null),
        change('about', { title: 'A' }, { title: 'B' }),
        'odd',
      ],
    })
    for (const other of [undefined, null, 'odd', { patch: 3 }]) expect(migrateAccepted(other, 1)).toBe(other)
    const current = { patch: [change('sources', null, sources[0])] }
    expect(migrateAccepted(current, 2)).toBe(current)
    // A journal whose first line is damaged is taken for the oldest.
    expect(migrateAccepted(current, 1)).toEqual(current)
  })
})
