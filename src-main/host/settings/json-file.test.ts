import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { JsonFile } from './json-file'
import { Recents } from './recents'
import { leftovers, temporaryFolder } from '../testing/folder'

const Counter = v.object({ count: v.optional(v.number(), 0) })

const counter = async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'counter.json')
  return { folder, path, file: new JsonFile(path, Counter, {}) }
}

test.each([
  ['missing', undefined],
  ['empty', ''],
  ['cut short', '{"count": '],
  ['of another kind', '{"count": "many"}'],
])('a JSON file that is %s is read as empty, and can be written', async (_case, content) => {
  const { path, file } = await counter()
  if (content !== undefined) await writeFile(path, content)
  expect(await file.read()).toEqual({ count: 0 })
  await file.update(({ count }) => ({ count: count + 1 }))
  expect(await readFile(path, 'utf8')).toBe('{\n  "count": 1\n}\n')
})

test('simultaneous changes are made one after the other, and none is lost', async () => {
  const { folder, file } = await counter()
  await Promise.all(Array.from({ length: 20 }, () => file.update(({ count }) => ({ count: count + 1 }))))
  expect(await file.read()).toEqual({ count: 20 })
  expect(await leftovers(folder)).toEqual([])
})

test('a failed change is reported, and the next one is made', async () => {
  const { path, file } = await counter()
  await mkdir(path)
  await expect(file.update(() => ({ count: 1 }))).rejects.toThrow()
  const other = new JsonFile(`${path}.other`, Counter, {})
  const failed = other.update(() => {
    throw new Error('no')
  })
  const next = other.update(() => ({ count: 2 }))
  await expect(failed).rejects.toThrow('no')
  await next
  expect(await other.read()).toEqual({ count: 2 })
})

const recent = (name: string) => ({
  path: `/projects/${name}.json`,
  title: name,
  opened: '2026-01-01T00:00:00Z',
})

test('recent projects: the last opened is first, each is listed once, at most twelve', async () => {
  const recents = new Recents(join(await temporaryFolder(), 'recents.json'))
  expect(await recents.list()).toEqual([])
  for (let number = 1; number <= 14; number++) await recents.add(recent(`${number}`))
  await recents.add(recent('5'))
  expect((await recents.list()).map(({ title }) => title)).toEqual([
    '5',
    '14',
    '13',
    '12',
    '11',
    '10',
    '9',
    '8',
    '7',
    '6',
    '4',
    '3',
  ])
  await recents.forget('/projects/14.json')
  expect([await recents.has('/projects/14.json'), await recents.has('/projects/13.json')]).toEqual([
    false,
    true,
  ])
})

test('a damaged list of recent projects is read as empty', async () => {
  const path = join(await temporaryFolder(), 'recents.json')
  await writeFile(path, JSON.stringify([recent('good'), { ...recent('bad'), path: '' }]))
  expect(await new Recents(path).list()).toEqual([])
})
