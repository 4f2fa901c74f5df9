import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { sampleProject } from '#domain/testing/sample'
import { GenerationStore } from '../history/version-history'
import { Journal, journalPathOf } from '../journal/journal'
import { disk } from '../testing/recorded-disk'
import { temporaryFolder } from '../testing/folder'
import { claim } from '../testing/stores'
import { lockPathOf } from './machine-lock'
import { ProjectStore } from './project-store'

vi.mock('node:fs/promises', async (original) =>
  (await import('../testing/recorded-disk')).recordedDisk(await original()),
)

const ELSEWHERE = JSON.stringify({
  ...{ format: 'counterpoint-lock', machine: 'another', host: 'laptop', process: 1 },
  since: '2026-01-05T09:00:00.000Z',
})

/** A project with one saved change, in a folder of its own. */
async function begun() {
  const base = await temporaryFolder()
  const folder = join(base, 'shared')
  await mkdir(folder)
  const path = join(folder, 'Project.json')
  const store = await ProjectStore.create(path, sampleProject(), join(base, 'data'))
  onTestFinished(() => store.close())
  await store.patch(0, claim(store, 'Saved here'))
  return { base, folder, path, store }
}

/** The text of the copy that was kept of a lost race. */
async function copyIn(folder: string): Promise<string> {
  const [copy = ''] = (await readdir(folder)).filter((name) => name.includes('(from '))
  return join(folder, copy)
}

/** Another Counterpoint that did not see the lock writes its journal. */
async function another(path: string): Promise<Buffer> {
  const journal = await readFile(journalPathOf(path), 'utf8')
  const generation = /"generation":"([0-9a-f]{64})"/.exec(journal)![1]!
  const other = new Journal(path, 'another', generation)
  // It has read no journal, so that it would not replace one.
  await writeFile(journalPathOf(path), '')
  await other.write([JSON.stringify({ words: 'Saved there' })])
  await other.close()
  return readFile(journalPathOf(path))
}

test('the changes of another at the journal’s name are never replaced, and those from here are kept', async () => {
  const { folder, path, store } = await begun()
  const theirs = await another(path)
  const before = await readFile(path)
  const refused = await store.patch(1, claim(store, 'Too late')).catch((error: unknown) => error)
  expect(refused).toMatchObject({
    code: 'locked',
    message: expect.stringContaining('Another Counterpoint works on the project') as string,
  })
  expect(await readFile(await copyIn(folder), 'utf8')).toContain('Saved here')
  await store.close()
  expect(await readFile(journalPathOf(path))).toEqual(theirs)
  expect(await readFile(path)).toEqual(before)
})

test('on closing, the changes of another are left alone as well, and those from here are kept', async () => {
  const { base, folder, path, store } = await begun()
  const theirs = await another(path)
  await store.close()
  expect(await readFile(journalPathOf(path))).toEqual(theirs)
  const copy = await copyIn(folder)
  expect(await readFile(copy, 'utf8')).toContain('Saved here')
  // Nobody could be told any more.
  const { messages } = await GenerationStore.of(join(base, 'data'), path).untold()
  expect(messages).toEqual([expect.stringContaining(`What was saved here is kept as “${copy}”`)])
})

test('a change during which another takes over is not called saved: the other may not have read it', async () => {
  const { folder, path, store } = await begun()
  disk.once('sync', 'Project.journal', async (sync) => {
    await writeFile(lockPathOf(path), ELSEWHERE)
    return sync()
  })
  await expect(store.patch(1, claim(store, 'In between'))).rejects.toMatchObject({ code: 'locked' })
  expect(await readFile(await copyIn(folder), 'utf8')).toContain('Saved here')
})

test.skipIf(process.platform === 'win32')('the copy of a lost race is for whom the project is', async () => {
  const { folder, path, store } = await begun()
  await chmod(path, 0o664)
  await writeFile(lockPathOf(path), ELSEWHERE)
  await expect(store.patch(1, claim(store, 'Too late'))).rejects.toMatchObject({ code: 'locked' })
  expect((await stat(await copyIn(folder))).mode & 0o777).toBe(0o664)
})
