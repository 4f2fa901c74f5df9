import { join } from 'node:path'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { load } from '#domain/document/load'
import { save } from '#domain/document/save'
import { sampleProject } from '#domain/testing/sample'
import { contentHash } from '../files/durable-file'
import { ProjectStore } from '../store/project-store'
import { temporaryFolder } from '../testing/folder'
import { claim } from '../testing/stores'
import { commonState } from './common-state'
import { GenerationStore } from './version-history'

const NOBODY = { sha256: 'e'.repeat(64), modified: '2026-01-01T00:00:00.000Z' }

/** Adds claims to a project, each in a session of its own, and returns the file after each. */
async function worked(path: string, data: string, ...words: string[]): Promise<Buffer[]> {
  const files: Buffer[] = []
  for (const text of words) {
    const store = await ProjectStore.open(path, data)
    await store.patch(store.project.about.revision, claim(store, text))
    await store.close()
    files.push(await readFile(path))
  }
  return files
}

function descentOf(bytes: Buffer) {
  const loaded = load(bytes.toString('utf8'))
  if (!loaded.ok) throw new Error(loaded.message)
  const { revision, modified, lineage = [] } = loaded.project.about
  return { sha256: contentHash(bytes), revision, modified, lineage }
}

/** A project on one machine, and a copy of it on another after its second state. */
async function copied() {
  const folder = await temporaryFolder()
  const [here, there] = [join(folder, 'here'), join(folder, 'there')]
  await mkdir(here)
  await mkdir(there)
  const [mine, theirs] = [join(here, 'Project.json'), join(there, 'Project.json')]
  await writeFile(mine, save(sampleProject()))
  const [, second = Buffer.of()] = await worked(mine, join(here, 'data'), 'One', 'Two')
  await writeFile(theirs, second)
  const history = GenerationStore.of(join(here, 'data'), mine)
  return { here, there, mine, theirs, second, history }
}

test('two copies that were both changed have the state in common from which the copy was made', async () => {
  const { here, there, mine, theirs, second, history } = await copied()
  await worked(mine, join(here, 'data'), 'Mine', 'Mine again')
  const [, last = Buffer.of()] = await worked(theirs, join(there, 'data'), 'Theirs', 'Theirs again')
  expect(await commonState(history, descentOf(last))).toBe(second.toString('utf8'))
  const theirHistory = GenerationStore.of(join(there, 'data'), theirs)
  expect(await commonState(theirHistory, descentOf(await readFile(mine)))).toBe(second.toString('utf8'))
})

test('two copies that were both changed once have the state in common from which the copy was made', async () => {
  const { here, there, mine, theirs, second, history } = await copied()
  await worked(mine, join(here, 'data'), 'Mine')
  const [last = Buffer.of()] = await worked(theirs, join(there, 'data'), 'Theirs')
  expect(descentOf(last).revision).toBe(descentOf(await readFile(mine)).revision)
  expect(await commonState(history, descentOf(last))).toBe(second.toString('utf8'))
})

test('an old copy is a state of its own, and an edit by another program goes back to the file that it edited', async () => {
  const { here, mine, second, history } = await copied()
  await worked(mine, join(here, 'data'), 'Mine')
  expect(await commonState(history, descentOf(second))).toBe(second.toString('utf8'))
  const edited = Buffer.from(second.toString('utf8').replace('"Two"', '"Two, by hand"'))
  expect(await commonState(history, descentOf(edited))).toBe(second.toString('utf8'))
})

test('two edits of one file by other programs are not taken for an edit of each other', async () => {
  const { here, second } = await copied()
  const edit = (words: string) => Buffer.from(second.toString('utf8').replace('"Two"', `"${words}"`))
  const path = join(here, 'Edited.json')
  await writeFile(path, edit('Two, by hand'))
  await worked(path, join(here, 'data'), 'Mine')
  const history = GenerationStore.of(join(here, 'data'), path)
  expect(await commonState(history, descentOf(edit('Two, by a script')))).toBeUndefined()
})

test('a file that names states which nobody has, or none, has nothing in common', async () => {
  const { history, second } = await copied()
  const lineage = [{ revision: 1, sha256: 'f'.repeat(64) }]
  expect(
    await commonState(history, { ...descentOf(second), sha256: 'e'.repeat(64), lineage }),
  ).toBeUndefined()
  expect(await commonState(history, { ...NOBODY, revision: 2, lineage: [] })).toBeUndefined()
})

test('a file that names only the newest state of another project does not come from it', async () => {
  const { here, mine, history } = await copied()
  const [last = Buffer.of()] = await worked(mine, join(here, 'data'), 'Mine')
  const { revision, lineage } = descentOf(last)
  const claimed = { ...NOBODY, revision: revision + 9 }
  const newest = { revision: lineage.at(-1)!.revision, sha256: lineage.at(-1)!.sha256 }
  expect(await commonState(history, { ...claimed, lineage: [newest] })).toBeUndefined()
  expect(await commonState(history, { ...claimed, lineage })).toBeDefined()
})
