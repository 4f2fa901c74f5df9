import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { load } from '#domain/document/load'
import { LAST_REVISION } from '#domain/document/project'
import { save } from '#domain/document/save'
import { sampleProject } from '#domain/testing/sample'
import { temporaryFolder } from '../testing/folder'
import { claim } from '../testing/stores'
import { ProjectStore } from './project-store'

/** A project whose file has this revision. */
async function openedAt(revision: number) {
  const folder = await temporaryFolder()
  const path = join(folder, 'Project.json')
  await writeFile(path, save(sampleProject()).replace('"revision": 0', `"revision": ${revision}`))
  const store = await ProjectStore.open(path, join(folder, 'data'))
  onTestFinished(() => store.close())
  return { path, store }
}

test('P4 whatever is answered is in the file, up to the last revision; then changes are refused in words', async () => {
  const { path, store } = await openedAt(LAST_REVISION - 2)
  await store.patch(LAST_REVISION - 2, claim(store, 'Last but one'))
  await store.patch(LAST_REVISION - 1, claim(store, 'Last'))
  const before = store.document
  await expect(store.patch(LAST_REVISION, claim(store, 'Too late'))).rejects.toMatchObject({
    code: 'too-large',
    message: expect.stringMatching(/refused: the revision .*, 4503599627370496, is the last/) as string,
  })
  expect(store.document).toBe(before)
  await store.close()
  const text = await readFile(path, 'utf8')
  expect(load(text).ok).toBe(true)
  expect(text).toContain('"text": "Last"')
})

test('a project of the last revision opens and closes', async () => {
  const { store } = await openedAt(LAST_REVISION)
  expect(store.project.claims.size).toBe(sampleProject().claims.size)
  await store.close()
})
