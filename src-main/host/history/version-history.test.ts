import { readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import type { Project } from '#domain/document/project'
import { save } from '#domain/document/save'
import { sampleProject } from '#domain/testing/sample'
import { contentHash } from '../files/durable-file'
import { disk } from '../testing/recorded-disk'
import { temporaryFolder } from '../testing/folder'
import { contentsOf, GenerationStore } from './version-history'

vi.mock('node:fs/promises', async (original) =>
  (await import('../testing/recorded-disk')).recordedDisk(await original()),
)

/** A history, and a way to keep the sample project under a title in it. */
async function history() {
  const folder = join(await temporaryFolder(), 'history')
  const store = new GenerationStore(folder)
  const keep = async (title: string) => {
    const sample = sampleProject()
    const project: Project = { ...sample, about: { ...sample.about, title } }
    const bytes = Buffer.from(save(project))
    const generation = contentHash(bytes)
    const path = join(folder, '..', 'Project.json')
    await writeFile(path, bytes)
    await store.keep(path, generation, contentsOf(project), path)
    return { bytes, generation }
  }
  const titles = async () => (await store.list()).map(({ title }) => title)
  return { folder, store, keep, titles }
}

test('kept states are listed, the newest first, and are read back unchanged', async () => {
  const { store, keep, titles } = await history()
  const kept = [await keep('One'), await keep('Two')]
  expect(await titles()).toEqual(['Two', 'One'])
  for (const { bytes, generation } of kept) expect((await store.read(generation))!.equals(bytes)).toBe(true)
})

test('what killed processes left is removed, and every kept state stays', async () => {
  const { folder, store, keep, titles } = await history()
  await keep('One')
  const names = await readdir(folder)
  await writeFile(join(folder, '2026-01-01T00-00-00.000Z abcdef00.json.gz'), 'without metadata')
  await writeFile(join(folder, '.counterpoint-01234567-0123456789ab.tmp'), 'half')
  await store.sweep()
  expect(await readdir(folder)).toEqual(names)
  expect(await titles()).toEqual(['One'])
})

test('a state is not kept twice', async () => {
  const { folder, keep, titles } = await history()
  await keep('One')
  const names = await readdir(folder)
  await keep('One')
  expect(await titles()).toEqual(['One'])
  expect(await readdir(folder)).toEqual(names)
})

/** Stands for writing a compressed copy: what is written instead unpacks to what `change` makes of its text. */
const writing = (change: (text: string) => string) => async (write: Write, args: unknown[]) => {
  const text = gunzipSync(args[0] as Uint8Array).toString()
  const other = gzipSync(change(text), { level: 0 })
  const padding = (args[0] as Uint8Array).length - other.length
  return write(
    Buffer.concat([other, Buffer.alloc(Math.max(0, padding))]).subarray(0, (args[0] as Uint8Array).length),
  )
}
type Write = (...args: unknown[]) => Promise<unknown>

test('a copy that is not read back as written is deleted and not counted', async () => {
  const { folder, keep, titles } = await history()
  await keep('One')
  const before = await readdir(folder)
  disk.once(
    'write',
    'temporary',
    writing(() => 'other words'),
  )
  await expect(keep('Two')).rejects.toThrow('did not read back')
  expect(await titles()).toEqual(['One'])
  expect(await readdir(folder)).toEqual(before)
})

test('a copy that was damaged later is not returned', async () => {
  const { folder, store, keep } = await history()
  const { generation } = await keep('One')
  const [copy] = (await readdir(folder)).filter((name) => name.endsWith('.gz'))
  const id = (await store.list())[0]!.id
  for (const damage of ['no copy', gzipSync('other words')]) {
    await writeFile(join(folder, copy!), damage)
    expect(await store.read(generation)).toBeUndefined()
    await expect(store.text(id)).rejects.toMatchObject({ code: 'not-found' })
  }
})

test('the notes about a state count only under its own name', async () => {
  const { folder, keep, titles } = await history()
  await keep('One')
  const [told] = (await readdir(folder)).filter((name) => name.endsWith('.told.json'))
  await rename(join(folder, told!), join(folder, `x${told}`))
  expect(await titles()).toEqual([])
})

test('of quickly made states, the newest twenty and one for every two minutes are kept, and all other files are deleted', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const { folder, keep, titles } = await history()
  const begun = Date.parse('2026-03-08T12:00:00.000Z')
  for (let second = 0; second < 25; second++) {
    vi.setSystemTime(begun + second * 1000)
    await keep(`Title ${second}`)
  }
  vi.useRealTimers()
  expect(await titles()).toEqual([
    ...Array.from({ length: 20 }, (_, index) => `Title ${24 - index}`),
    expect.stringMatching(/^Title [0-4]$/) as string,
  ])
  expect((await readdir(folder)).length).toBe(2 * 21)
})
