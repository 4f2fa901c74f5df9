import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sampleProject } from '#domain/testing/sample'
import { temporaryFolder } from '../testing/folder'
import { claim } from '../testing/stores'
import { OpenProjects } from './open-projects'
import { isFree } from './project-lock'
import { ProjectStore } from './project-store'

/** A project that is open under a key. */
async function opened() {
  const folder = await temporaryFolder()
  const path = join(folder, 'Project.json')
  const projects = new OpenProjects(join(folder, 'data'))
  onTestFinished(() => projects.closeAll())
  const { key } = await projects.create(() => ProjectStore.create(path, sampleProject()))
  const expire = async (times: number) => {
    for (let count = 0; count < times; count++) await projects.expire()
  }
  return { path, projects, key, expire }
}

test('a page that has crashed does not keep its project; its changes are in the file', async () => {
  const { path, projects, key, expire } = await opened()
  const store = projects.store(key)
  await store.patch(0, claim(store, 'Before the crash'))
  await expire(5)
  expect(await isFree(path)).toBe(false)
  await expire(1)
  expect(await isFree(path)).toBe(true)
  expect(await readFile(path, 'utf8')).toContain('Before the crash')
  expect(() => projects.get(key)).toThrow(expect.objectContaining({ code: 'not-found' }) as Error)
})

test('a page that listens, or asks now and then, keeps its project', async () => {
  const { path, projects, key, expire } = await opened()
  const stop = projects.listening(key)
  await expire(20)
  stop()
  for (let hour = 0; hour < 3; hour++) {
    await expire(5)
    projects.get(key)
  }
  expect(await isFree(path)).toBe(false)
})

test('a project that is open in two windows is released when the last one closes it', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'Project.json')
  const projects = new OpenProjects(join(folder, 'data'))
  onTestFinished(() => projects.closeAll())
  const first = await projects.create(() => ProjectStore.create(path, sampleProject()))
  const second = await projects.open(path)
  expect(second.opened).toBe(first.opened)
  expect(second.key).not.toBe(first.key)
  await projects.close(first.key)
  await projects.close(first.key)
  expect(projects.get(second.key).path).toBe(path)
  expect(await isFree(path)).toBe(false)
  await projects.close(second.key)
  expect(() => projects.get(second.key)).toThrow(expect.objectContaining({ code: 'not-found' }) as Error)
  expect(await isFree(path)).toBe(true)
})
