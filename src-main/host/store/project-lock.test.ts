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
