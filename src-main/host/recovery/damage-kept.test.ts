import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { runCommand } from '#domain/commands/registry'
import { sampleProject } from '#domain/testing/sample'
import { env } from '../env'
import { ProjectStore } from '../store/project-store'
import { disk } from '../testing/recorded-disk'
import { temporaryFolder } from '../testing/folder'
import { claim } from '../testing/stores'

vi.mock('node:fs/promises', async (original) =>
  (await import('../testing/recorded-disk')).recordedDisk(await original()),
)

/** A project with a history whose file was damaged while it was closed, in a folder named `folder`. */
async function damaged() {
  const base = await temporaryFolder()
  const [folder, data] = [join(base, 'folder'), join(base, 'data')]
  await mkdir(folder)
  const path = join(folder, 'Project.json')
  const open = async () => {
    const store = await ProjectStore.open(path, data)
    onTestFinished(() => store.close())
    return store
  }
  const store = await ProjectStore.create(path, sampleProject(), data)
  const outcome = runCommand(store.project, 'project.rename', { title: 'Renamed' }, env)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  await store.patch(0, outcome.patch)
  await store.close()
  return { folder, path, open }
}

test('a damaged file is on the disk under another name before the restored one replaces it', async () => {
  const { folder, path, open } = await damaged()
  await writeFile(path, 'damaged')
  disk.forget()
  await open()
  const copy = (await readdir(folder)).find((name) => name.includes('(damaged '))!
  expect(await readFile(join(folder, copy), 'utf8')).toBe('damaged')
  // The lock of the project is written before.
  const steps = disk.steps.slice(disk.steps.indexOf(`sync ${copy}`))
  const order = [`sync ${copy}`, 'sync folder', 'rename temporary to Project.json'].map((step) =>
    steps.indexOf(step),
  )
  expect(order).not.toContain(-1)
  expect(order).toEqual([...order].sort((a, b) => a - b))
})

test('a damaged file that cannot be kept is not replaced, and the user is told', async () => {
  const { folder, path, open } = await damaged()
  await writeFile(path, 'damaged')
  // The first is that of the project's lock.
  disk.once('sync', 'folder', (sync) => sync())
  disk.failOnce('sync', 'folder', 'EIO')
  await expect(open()).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringMatching(
      /could not be written: the disk reports an error.*Nothing was changed/,
    ) as string,
  })
  expect(await readFile(path, 'utf8')).toBe('damaged')
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('a file that could not be written on closing is said at the next opening, and its changes are there', async () => {
  const { folder, path, open } = await damaged()
  const store = await open()
  await store.patch(store.project.about.revision, claim(store, 'Not in the file'))
  const before = await readFile(path, 'utf8')
  disk.failOnce('access', 'Project.json', 'EPERM')
  await store.close()
  expect(await readFile(path, 'utf8')).toBe(before)
  const said = expect.stringMatching(
    /closed, its file could not be written: there is no permission.*“Project.journal”/,
  ) as string
  expect(store.unwritten).toEqual(said)
  const again = await open()
  expect(await again.told()).toEqual({ messages: [said], otherVersion: null })
  expect(again.document).toContain('Not in the file')
  await again.close()
  expect(await readdir(folder)).not.toContain('Project.journal')
})
