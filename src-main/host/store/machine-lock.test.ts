import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ContractError } from '#api/errors'
import { save } from '#domain/document/save'
import { sampleProject } from '#domain/testing/sample'
import { temporaryFolder } from '../testing/folder'
import { claim } from '../testing/stores'
import { lockPathOf } from './machine-lock'
import { OpenProjects } from './open-projects'
import { ProjectStore } from './project-store'
import { ReadOnlyProject } from './read-only-project'

const ELSEWHERE = JSON.stringify({
  ...{ format: 'counterpoint-lock', machine: 'another', host: 'laptop', process: 1 },
  since: '2026-01-05T09:00:00.000Z',
})

/** A project in a folder that machines share, and the Counterpoint of this machine. */
async function shared() {
  const folder = await temporaryFolder()
  const shelf = join(folder, 'shared')
  const path = join(shelf, 'Project.json')
  const projects = new OpenProjects(join(folder, 'data'))
  onTestFinished(() => projects.closeAll())
  await mkdir(shelf)
  await writeFile(path, save(sampleProject()))
  return { shelf, path, projects }
}

test('a lock is beside the file while it is open, and a dead one of this machine does not count', async () => {
  const { shelf, path, projects } = await shared()
  const first = await projects.open(path)
  const lock = await readFile(lockPathOf(path), 'utf8')
  await projects.close(first.key)
  expect(await readdir(shelf)).toEqual(['Project.json'])
  await writeFile(lockPathOf(path), lock.replace(/"process":\d+/, '"process":1'))
  expect((await projects.open(path)).opened).toBeInstanceOf(ProjectStore)
})

test('a project that is open on another machine is read-only here, until it is closed there or taken over', async () => {
  const { path, projects } = await shared()
  await writeFile(lockPathOf(path), ELSEWHERE)
  const { key, opened } = await projects.open(path)
  if (!(opened instanceof ReadOnlyProject)) throw new Error('it can be edited')
  expect(opened.readOnly).toMatchObject({
    why: 'elsewhere',
    sentence: expect.stringMatching(/open on another machine \(“laptop”, since 5 Jan 2026/) as string,
  })
  expect(await opened.isFree()).toBe(false)
  expect(await readFile(lockPathOf(path), 'utf8')).toBe(ELSEWHERE)
  await projects.close(key)
  const taken = await projects.open(path, true)
  expect(taken.opened).toBeInstanceOf(ProjectStore)
})

test('a machine that has lost the lock writes nothing more, and keeps what it had saved beside the file', async () => {
  const { shelf, path, projects } = await shared()
  const { key } = await projects.open(path)
  const store = projects.store(key)
  await store.patch(0, claim(store, 'Saved here'))
  const theirs = (await readFile(path, 'utf8')).replace('It was a bribe.', 'It was hedging.')
  await writeFile(path, theirs)
  await writeFile(lockPathOf(path), ELSEWHERE)
  const refused = await store.patch(1, claim(store, 'Too late')).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ContractError)
  expect(refused).toMatchObject({ code: 'locked' })
  const [copy = ''] = (await readdir(shelf)).filter((name) => name.includes('(from '))
  expect((refused as Error).message).toContain(copy)
  expect(await readFile(join(shelf, copy), 'utf8')).toContain('Saved here')
  await projects.close(key)
  expect(await readFile(path, 'utf8')).toBe(theirs)
  expect(await readFile(lockPathOf(path), 'utf8')).toBe(ELSEWHERE)
})

test('a lock that vanishes, as a sync client may make it, is written again', async () => {
  const { path, projects } = await shared()
  const { key } = await projects.open(path)
  const store = projects.store(key)
  await rm(lockPathOf(path))
  await store.patch(0, claim(store, 'Saved'))
  expect(await readFile(lockPathOf(path), 'utf8')).toContain('counterpoint-lock')
})
