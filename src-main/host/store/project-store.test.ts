import { createHash } from 'node:crypto'
import { mkdir, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Patch } from '#domain/document/patch'
import { newProject } from '#domain/document/project'
import { sampleProject } from '#domain/testing/sample'
import { env } from '../env'
import { GenerationStore } from '../history/version-history'
import { ProjectStore } from './project-store'
import { leftovers, temporaryFolder } from '../testing/folder'
import { freshStore, open, patchOf, claim, text, standing } from '../testing/stores'
import { fileText } from './file-text'

describe('a project on disk', () => {
  test('exists as soon as it is created, and opens as the same bytes', async () => {
    const { store, path } = await freshStore()
    expect(await text(path)).toBe(fileText(sampleProject()))
    await store.close()
    const again = await open(path)
    expect(again.document).toBe(fileText(sampleProject()))
  })

  test('has every acknowledged patch in its journal, under the next revision', async () => {
    const { store, path, folder } = await freshStore()
    const accepted = await store.patch(0, claim(store, 'A new claim 🧭'))
    expect(accepted).toMatchObject({ revision: 1, setAside: null })
    expect(await standing(path)).toBe(store.document)
    expect(JSON.parse(await standing(path))).toMatchObject({ revision: 1, modified: accepted.modified })
    expect(await text(join(folder, 'Project.journal'))).toContain('A new claim 🧭')
    expect(await text(path)).toBe(fileText(sampleProject()))
  })

  test('is one complete JSON file after a pause, and when it is closed', async () => {
    const { store, path, folder } = await freshStore()
    await store.patch(0, claim(store, 'First'))
    await expect.poll(() => readdir(folder)).toEqual(['Project.json'])
    expect(await text(path)).toBe(store.document)
    await store.patch(1, claim(store, 'Second'))
    expect(await readdir(folder)).toEqual(['Project.journal', 'Project.json'])
    const { document } = store
    await store.close()
    expect(await readdir(folder)).toEqual(['Project.json'])
    expect(await text(path)).toBe(document)
  })

  test('does not overwrite an existing file', async () => {
    const { path } = await freshStore()
    const other = join(path, '..', 'Other.json')
    await writeFile(other, 'Something')
    await expect(ProjectStore.create(other, newProject('Other', env))).rejects.toMatchObject({
      code: 'not-saved',
    })
    expect(await text(other)).toBe('Something')
  })

  test('reached by a symbolic link is written at its real path, and the link stays', async () => {
    const { store, path, folder } = await freshStore()
    await store.close()
    await symlink(path, join(folder, 'link.json'))
    const linked = await open(join(folder, 'link.json'))
    expect(linked.path).toBe(path)
    await linked.patch(0, claim(linked, 'By the link'))
    await linked.close()
    expect(await text(path)).toContain('By the link')
    expect(
      (await readdir(folder, { withFileTypes: true }))
        .find(({ name }) => name === 'link.json')!
        .isSymbolicLink(),
    ).toBe(true)
  })
})

describe('P8 a patch that does not fit is refused, and the file is not changed', () => {
  test('a patch for another revision', async () => {
    const { store, path } = await freshStore()
    await store.patch(0, claim(store, 'First'))
    const before = await text(path)
    for (const revision of [0, 2]) {
      await expect(store.patch(revision, claim(store, 'Second'))).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining('was not saved') as string,
      })
    }
    expect(await text(path)).toBe(before)
  })

  test('the second of two simultaneous patches for the same revision', async () => {
    const { store, path } = await freshStore()
    const answers = await Promise.allSettled([
      store.patch(0, claim(store, 'One')),
      store.patch(0, claim(store, 'Two')),
      store.patch(1, claim(store, 'Three')),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await standing(path)).toMatch(/One[^]*Three|Three[^]*One/)
    expect(await standing(path)).not.toContain('Two')
  })

  test('a patch based on other records', async () => {
    const { store, path } = await freshStore()
    const before = await text(path)
    const id = [...store.project.claims.keys()][0]!
    const reworded = patchOf(store, 'claim.reword', { claim: id, text: 'New words' })
    const stale = reworded.map((change) => ({
      ...change,
      from: { ...change.from, text: 'Other words' },
    })) as Patch
    await expect(store.patch(0, stale)).rejects.toMatchObject({ code: 'bad-request' })
    expect([await text(path), store.document]).toEqual([before, before])
  })

  test('a patch that would make the project invalid', async () => {
    const { store, path } = await freshStore()
    const before = await text(path)
    const [id, from] = [...store.project.claims][0]!
    const dangling: Patch = [{ table: 'claims', id, from, to: null }]
    await expect(store.patch(0, dangling)).rejects.toMatchObject({ code: 'bad-request' })
    expect([await text(path), store.document]).toEqual([before, before])
  })
})

describe('P11 a save that fails loses nothing', () => {
  test('the folder moved away: reported, the project as before, and the same patch succeeds later', async () => {
    const { store, path, folder } = await freshStore()
    const [before, patch] = [store.document, claim(store, 'Kept')]
    await rename(folder, `${folder} away`)
    await expect(store.patch(0, patch)).rejects.toMatchObject({
      code: 'vanished',
      message: 'its folder is no longer there',
    })
    expect(store.document).toBe(before)
    await rename(`${folder} away`, folder)
    expect(await store.patch(0, patch)).toMatchObject({ revision: 1, setAside: null })
    expect(await standing(path)).toContain('Kept')
    expect(await leftovers(folder)).toEqual([])
  })

  test('a folder in place of the file: no temporary file is left', async () => {
    const { store, path, folder } = await freshStore()
    const patch = claim(store, 'Kept')
    await rename(path, `${folder} away`)
    await mkdir(path)
    await writeFile(join(path, 'in the way'), '')
    await expect(store.patch(0, patch)).rejects.toMatchObject({ code: 'not-saved' })
    expect(await leftovers(folder)).toEqual([])
    await rm(path, { recursive: true })
    await rename(`${folder} away`, path)
    expect(await store.patch(0, patch)).toMatchObject({ revision: 1 })
    expect(await standing(path)).toBe(store.document)
    expect(await leftovers(folder)).toEqual([])
  })
})

test('a file that another program changed is copied aside, and both are kept', async () => {
  const { store, path, folder } = await freshStore()
  const theirs = [
    '{"theirs": 1}',
    'not even JSON',
    (await text(path)).replace('It was a bribe.', 'It was hedging.'),
  ]
  for (const [revision, content] of theirs.entries()) {
    await writeFile(path, content)
    const { setAside } = await store.patch(revision, claim(store, `Ours ${revision}`))
    expect(await text(setAside!)).toBe(content)
    expect(setAside).toMatch(/Project \(changed elsewhere .*\)\.json$/)
    expect(await text(path)).toBe(store.document)
  }
  expect(await store.patch(theirs.length, claim(store, 'Ours, undisturbed'))).toMatchObject({
    setAside: null,
  })
  await store.close()
  expect(await readdir(folder)).toHaveLength(1 + theirs.length)
})

test('a deleted or replaced journal is complete again with the next change', async () => {
  const { store, path, folder } = await freshStore()
  const journal = join(folder, 'Project.journal')
  await store.patch(0, claim(store, 'First'))
  await rm(journal)
  await store.patch(1, claim(store, 'Second'))
  expect(await standing(path)).toMatch(/First[^]*Second|Second[^]*First/)
  await writeFile(`${journal}.new`, 'another')
  await rename(`${journal}.new`, journal)
  await store.patch(2, claim(store, 'Third'))
  expect(await standing(path)).toBe(store.document)
})

test('a file that was only touched, as sync clients do, does not count as changed', async () => {
  const { store, path, folder } = await freshStore()
  await utimes(path, new Date(), new Date(Date.now() + 60_000))
  expect(await store.patch(0, claim(store, 'Ours'))).toMatchObject({ setAside: null })
  await store.close()
  expect(await readdir(folder)).toEqual(['Project.json'])
})

test('the remains of an interrupted write are removed when the project is opened', async () => {
  const { store, path, folder } = await freshStore()
  await store.close()
  const own = `.counterpoint-${createHash('sha256').update('Project.json').digest('hex').slice(0, 8)}-0123456789ab.tmp`
  await writeFile(join(folder, own), 'half a pro')
  await writeFile(join(folder, '.counterpoint-00000000-0123456789ab.tmp'), 'of another project')
  await open(path)
  expect(await readdir(folder)).toEqual(['.counterpoint-00000000-0123456789ab.tmp', 'Project.json'])
})

test('what a killed process left in the history is removed when the project is opened', async () => {
  const dataFolder = await temporaryFolder()
  const path = join(dataFolder, 'Project.json')
  const store = await ProjectStore.create(path, sampleProject(), dataFolder)
  await store.historyBegun()
  await store.close()
  const { folder } = GenerationStore.of(dataFolder, store.path)
  const names = await readdir(folder)
  await writeFile(join(folder, '2026-01-01T00-00-00.000Z abcdef00.json.gz'), 'without metadata')
  await (await ProjectStore.open(path, dataFolder)).close()
  expect(await readdir(folder)).toEqual(names)
})

test('P11 a history that cannot be written is reported with the next answer, until it can be again', async () => {
  const dataFolder = await temporaryFolder()
  const generations = join(dataFolder, 'generations')
  const store = await ProjectStore.create(join(dataFolder, 'Project.json'), sampleProject(), dataFolder)
  onTestFinished(() => store.close())
  await expect.poll(() => GenerationStore.of(dataFolder, store.path).list()).toHaveLength(1)
  await rm(generations, { recursive: true })
  await writeFile(generations, 'a file in the place of the folder')
  expect(await store.patch(0, claim(store, 'First'))).toMatchObject({ problem: null })
  await store.saveAgain()
  const { problem } = await store.patch(1, claim(store, 'Second'))
  expect(problem).toBe(
    'Your work is saved, but the history of this project cannot be written: its folder is no longer there. ' +
      `It is written again once Counterpoint can write to the folder “${generations}”.`,
  )
  expect(await standing(store.path)).toBe(store.document)
  await rm(generations)
  await store.saveAgain()
  expect(await store.patch(2, claim(store, 'Third'))).toMatchObject({ problem: null })
})
