import { mkdir, rename, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../testing/folder'
import { isFree, lockProject } from './project-lock'

const locked = { code: 'locked' }

test('a locked project is not free, and is free again when it is released', async () => {
  const path = join(await temporaryFolder(), 'Project.json')
  const lock = await lockProject(path)
  expect(await isFree(path)).toBe(false)
  await expect(lockProject(path)).rejects.toMatchObject(locked)
  await lock.release()
  expect(await isFree(path)).toBe(true)
})

test('asking whether a project is free does not lock it', async () => {
  const path = join(await temporaryFolder(), 'Project.json')
  expect([await isFree(path), await isFree(path)]).toEqual([true, true])
  await (await lockProject(path)).release()
})

test('a hundred projects can be locked at once, each separately', async () => {
  const folder = await temporaryFolder()
  const paths = Array.from({ length: 100 }, (_, index) => join(folder, `${index}.json`))
  const locks = await Promise.all(paths.map(lockProject))
  onTestFinished(async () => void (await Promise.all(locks.map((lock) => lock.release()))))
  await expect(lockProject(paths[42]!)).rejects.toMatchObject(locked)
})

test('a project is locked whatever path leads to its folder, also after that was renamed', async () => {
  const base = await temporaryFolder()
  const [here, there, later] = ['here', 'there', 'later'].map((name) => join(base, name, 'Project.json'))
  await mkdir(join(base, 'here'))
  // Stands for a folder that is mounted twice, whose paths are both real.
  await symlink(join(base, 'here'), join(base, 'there'))
  const lock = await lockProject(here!)
  await expect(lockProject(there!)).rejects.toMatchObject(locked)
  await rename(join(base, 'here'), join(base, 'later'))
  await expect(lockProject(later!)).rejects.toMatchObject(locked)
  await expect(lockProject(here!)).rejects.toMatchObject(locked)
  await lock.release()
  await (await lockProject(later!)).release()
})

test('where one of the two sockets is held, the other is free again', async () => {
  const base = await temporaryFolder()
  const [here, there] = ['here', 'there'].map((name) => join(base, name, 'Project.json'))
  await mkdir(join(base, 'here'))
  const lock = await lockProject(here!)
  await rename(join(base, 'here'), join(base, 'there'))
  await mkdir(join(base, 'here'))
  await expect(lockProject(here!)).rejects.toMatchObject(locked)
  await lock.release()
  await (await lockProject(here!)).release()
  await (await lockProject(there!)).release()
})
