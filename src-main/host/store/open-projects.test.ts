import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sampleProject } from '#domain/testing/sample'
import { temporaryFolder } from '../testing/folder'
import { OpenProjects } from './open-projects'
import { isFree } from './project-lock'
import { ProjectStore } from './project-store'

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
