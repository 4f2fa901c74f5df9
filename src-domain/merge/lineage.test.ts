import { expect, test } from 'vitest'
import { load } from '../document/load'
import { mapAlone } from '../document/map-alone'
import { save } from '../document/save'
import { sampleProject } from '../testing/sample'
import { isEditOf, knowsPast, lineageAfter, statesOf } from './lineage'

const hash = (digit: number) => String(digit % 10).repeat(64)

const modified = '2026-01-01T00:00:00.000Z'

const withLineage = (lineage: unknown) => {
  const project = sampleProject()
  return save({ ...project, about: { ...project.about, lineage: lineage as [] } })
}

test('a file names the last two hundred states that it had, oldest first', () => {
  let { about } = sampleProject()
  for (let count = 0; count < 250; count++)
    about = {
      ...about,
      revision: count + 1,
      lineage: lineageAfter({ ...about, revision: count }, hash(count)),
    }
  expect(about.lineage).toHaveLength(200)
  expect([about.lineage?.[0]?.revision, about.lineage?.at(-1)?.revision]).toEqual([50, 249])
  expect(statesOf({ ...about, sha256: hash(3), lineage: about.lineage! }).slice(0, 3)).toEqual([
    hash(3),
    hash(249),
    hash(248),
  ])
})

test('the lineage is at the end of the file, and comes back', () => {
  const lineage = [{ revision: 1, sha256: hash(1) }]
  const text = withLineage(lineage)
  expect(Object.keys(JSON.parse(text) as object).at(-1)).toBe('lineage')
  const loaded = load(text)
  expect(loaded.ok && loaded.project.about.lineage).toEqual(lineage)
  expect(loaded.ok && save(loaded.project)).toBe(text)
})

test('a lineage that cannot be read is none, and the project opens', () => {
  for (const lineage of ['a lie', [1], [{ revision: -1, sha256: hash(1) }], Array(201).fill({})]) {
    const loaded = load(withLineage(lineage))
    expect(loaded.ok && (loaded.project.about.lineage ?? [])).toEqual([])
  }
})

test('an exported map has no lineage, because it is no state of the project', () => {
  const project = sampleProject()
  const lineage = [{ revision: 1, sha256: hash(1) }]
  const alone = mapAlone({ ...project, about: { ...project.about, lineage } }, [...project.maps.keys()][0]!)
  expect(alone.about.lineage).toBeUndefined()
})

test('another program’s edit is told by its revision and its lineage', () => {
  const lineage = [{ revision: 1, sha256: hash(1) }]
  const state = { revision: 4, modified, lineage }
  const file = { ...state, sha256: hash(9) }
  expect(isEditOf(file, state)).toBe(true)
  expect(isEditOf(file, { ...state, revision: 5 })).toBe(false)
  expect(isEditOf(file, { ...state, modified: '2026-01-01T00:00:00.001Z' })).toBe(false)
  expect(isEditOf(file, { ...state, lineage: [{ revision: 1, sha256: hash(2) }] })).toBe(false)
  expect(isEditOf({ ...file, lineage: [] }, state)).toBe(false)
  // A file that Counterpoint has not written yet names none.
  expect(isEditOf({ ...file, lineage: [] }, { ...state, lineage: undefined })).toBe(true)
})

test('a file that names a state without the states before it does not come from there', () => {
  const entry = (revision: number) => ({ revision, sha256: hash(revision) })
  const state = { revision: 3, lineage: [entry(1), entry(2)] }
  const file = (...lineage: { revision: number; sha256: string }[]) => ({
    ...{ sha256: hash(9), revision: 9, modified },
    lineage,
  })
  expect(knowsPast(file(entry(1), entry(2), entry(3), entry(4)), hash(3), state)).toBe(true)
  expect(knowsPast(file(entry(3)), hash(3), state)).toBe(false)
  expect(knowsPast(file(entry(2), entry(3)), hash(3), state)).toBe(false)
  expect(knowsPast(file(entry(5), entry(2), entry(3)), hash(3), state)).toBe(false)
  expect(knowsPast(file(entry(1), entry(2), { ...entry(3), revision: 7 }), hash(3), state)).toBe(false)
  expect(knowsPast(file(entry(1), entry(2)), hash(3), state)).toBe(false)
  // A file that has named two hundred states has dropped older ones.
  const many = Array.from({ length: 200 }, (_none, at) => ({
    revision: at + 3,
    sha256: String(at + 3).padStart(64, '0'),
  }))
  const first = { revision: 3, lineage: [entry(1), entry(2)] }
  expect(knowsPast({ sha256: hash(9), revision: 300, modified, lineage: many }, many[0]!.sha256, first)).toBe(
    true,
  )
})
