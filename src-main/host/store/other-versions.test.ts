import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { News } from '#api/news'
import { sampleProject } from '#domain/testing/sample'
import { temporaryFolder } from '../testing/folder'
import { claim } from '../testing/stores'
import { ProjectStore } from './project-store'

/** An open project with an answered change that is not in its file, which another program then edits. */
async function edited() {
  const folder = await temporaryFolder()
  const [path, data] = [join(folder, 'p.json'), join(folder, 'data')]
  const open = async () => {
    const store = await ProjectStore.open(path, data)
    onTestFinished(() => store.close())
    return store
  }
  await (await ProjectStore.create(path, sampleProject(), data)).close()
  const store = await open()
  const page = async (words: string, id = words) =>
    store.patch(store.project.about.revision, claim(store, words), { page: 'page', id })
  await page('Mine')
  const theirs = (await readFile(path, 'utf8')).replace('It was a bribe.', 'They say so.')
  await writeFile(path, theirs)
  return { path, store, open, page, theirs }
}

test('an edit that is put aside on closing is offered at the next opening, once', async () => {
  const { store, open, theirs } = await edited()
  await store.close()
  const again = await open()
  const { otherVersion } = await again.told()
  expect(otherVersion).toMatch(/p \(changed elsewhere /)
  expect(await again.aside(otherVersion!)).toBe(theirs)
  await again.close()
  expect(await (await open()).told()).toEqual({ messages: [], otherVersion: null })
})

test('an edit that is put aside during a pause is told with the next answer, and not again', async () => {
  const { path, store, open, page } = await edited()
  await expect.poll(() => readFile(path, 'utf8'), { timeout: 5000 }).toContain('Mine')
  await expect.poll(() => store.otherVersions).toHaveLength(1)
  const [copy] = store.otherVersions
  expect([await page('Two'), await page('Three')]).toMatchObject([{ setAside: copy }, { setAside: null }])
  await store.close()
  expect((await (await open()).told()).otherVersion).toBeNull()
})

test('an edit that is put aside during a pause is told to pages that listen, and not again', async () => {
  const { store, open } = await edited()
  const told: News[] = []
  store.feed.listen('page', (news) => void told.push(news))
  await expect.poll(() => told.at(-1)?.setAside, { timeout: 5000 }).toHaveLength(1)
  await store.close()
  expect((await (await open()).told()).otherVersion).toBeNull()
})

test('an edit that is told to nobody but the command line is offered on screen', async () => {
  const { store, open } = await edited()
  const { setAside } = await store.patch(store.project.about.revision, claim(store, 'Imported'))
  expect(setAside).toMatch(/changed elsewhere/)
  await store.close()
  expect(store.otherVersions).toEqual([setAside])
  expect((await (await open()).told()).otherVersion).toBe(setAside)
})
