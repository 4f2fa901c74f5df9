import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { runCommand } from '#domain/commands/registry'
import { sampleProject } from '#domain/testing/sample'
import { makeSnapshot } from './snapshot'
import { env } from '../env'
import { contentHash } from '../files/durable-file'
import { recoverProject } from '../recovery/recover-project'
import { ProjectStore } from '../store/project-store'
import { disk } from '../testing/recorded-disk'
import { temporaryFolder } from '../testing/folder'
import { fileText } from '../store/file-text'

vi.mock('node:fs/promises', async (original) =>
  (await import('../testing/recorded-disk')).recordedDisk(await original()),
)

/** A new project without a history, in a folder named `folder`, and a way to add a claim to it. */
async function project() {
  const folder = join(await temporaryFolder(), 'folder')
  await mkdir(folder)
  const path = join(folder, 'Project.json')
  const store = await ProjectStore.create(path, sampleProject())
  onTestFinished(() => store.close())
  const add = async (text: string) => {
    const outcome = runCommand(store.project, 'claim.add', { text, category: 'judgement' }, env)
    if ('refusal' in outcome) throw new Error(outcome.refusal)
    return store.patch(store.project.about.revision, outcome.patch)
  }
  return { folder, path, store, add }
}

const standing = async (path: string) => fileText((await recoverProject(path, undefined)).project)

test('a change is acknowledged when it is on the disk', async () => {
  const { add } = await project()
  await add('First')
  disk.forget()
  await add('Second')
  disk.note('answered')
  // The second write is that of the number of lines.
  const written = ['write Project.journal', 'write Project.journal', 'sync Project.journal']
  expect(disk.steps).toEqual([...written, 'answered'])
})

test('a change that cannot be written is not acknowledged, and succeeds later', async () => {
  const { add, store, path } = await project()
  await add('First')
  const before = store.document
  disk.failOnce('sync', 'Project.journal', 'EIO')
  await expect(add('Second')).rejects.toMatchObject({
    code: 'not-saved',
    message: 'the disk reports an error',
  })
  expect(store.document).toBe(before)
  await add('Second')
  expect(await standing(path)).toBe(store.document)
})

test('the file is renamed after the journal has its mark, and the journal is removed after the rename is on the disk', async () => {
  const { add, store } = await project()
  await add('First')
  disk.forget()
  await store.close()
  expect(disk.steps.filter((step) => !step.startsWith('close'))).toEqual([
    'write temporary',
    'sync temporary',
    'write Project.journal',
    'write Project.journal',
    'sync Project.journal',
    'rename temporary to Project.json',
    'sync folder',
    'rm Project.journal',
    'sync folder',
  ])
})

test('another program’s version is on the disk under its new name before the file is replaced', async () => {
  const { add, path, store } = await project()
  await add('First')
  await writeFile(path, '{"theirs": 1}')
  disk.forget()
  const { setAside } = await add('Second')
  const copy = basename(setAside!)
  const order = [`sync ${copy}`, 'sync folder', 'rename temporary to Project.json'].map((step) =>
    disk.steps.indexOf(step),
  )
  expect(order).not.toContain(-1)
  expect(order).toEqual([...order].sort((a, b) => a - b))
  await store.close()
})

test.each([
  ['write', 'temporary', 'ENOSPC'],
  ['sync', 'temporary', 'EIO'],
  ['sync', 'Project.journal', 'EIO'],
  ['rename', 'temporary', 'EIO'],
  ['sync', 'folder', 'EIO'],
  ['rm', 'Project.journal', 'EIO'],
] as const)(
  'if %s of %s fails while the file is written, each change is there once',
  async (step, file, code) => {
    const { add, store, path } = await project()
    await add('First')
    const { document } = store
    disk.failOnce(step, file, code)
    await store.close()
    expect(disk.steps.some((each) => each.endsWith(code))).toBe(true)
    expect(await standing(path)).toBe(document)
    const again = await ProjectStore.open(path)
    onTestFinished(() => again.close())
    expect([again.messages, again.document]).toEqual([[], document])
  },
)

test('a file that another program changes during a snapshot is never replaced', async () => {
  const { add, path, folder } = await project()
  await add('First')
  const job = {
    ...{ path, history: null, generation: contentHash(await readFile(path)) },
    ...{ from: 0, through: 1 },
  }
  const theirs = '{"theirs": 1}'
  await expect(makeSnapshot(job, () => writeFile(path, theirs))).rejects.toThrow('changed in the meantime')
  expect(await readFile(path, 'utf8')).toBe(theirs)
  expect((await readdir(folder)).sort()).toEqual(['Project.journal', 'Project.json'])
})
