import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ContractError } from '#api/errors'
import { sampleProject } from '#domain/testing/sample'
import { GenerationStore } from '../history/version-history'
import { recoverProject } from '../recovery/recover-project'
import { temporaryFolder } from '../testing/folder'
import { ProjectStore } from './project-store'
import { ReadOnlyProject } from './read-only-project'

test('a project that only its writer may repair is not opened for reading until it is sound', async () => {
  const folder = await temporaryFolder()
  const [path, dataFolder] = [join(folder, 'Project.json'), join(folder, 'data')]
  const store = await ProjectStore.create(path, sampleProject(), dataFolder)
  onTestFinished(() => store.close())
  await store.saveAgain()
  const good = await readFile(path)
  const locked = new ContractError('locked', 'It is open elsewhere.')
  const open = () => ReadOnlyProject.open(path, dataFolder, locked)

  await writeFile(path, good.subarray(0, good.length / 2))
  expect(await recoverProject(path, GenerationStore.of(dataFolder, path))).toMatchObject({ mend: 'file' })
  await expect(open()).rejects.toBe(locked)

  await writeFile(path, good)
  expect((await open()).content).toEqual(good)
})
