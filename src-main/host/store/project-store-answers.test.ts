import { readdir, rename } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { freshStore, patchOf, claim, standing } from '../testing/stores'

test('a patch sent again after its answer was lost is answered again and applied once', async () => {
  const { store } = await freshStore()
  const patch = claim(store, 'Once')
  const first = await store.patch(0, patch, { id: 'parcel' })
  expect(await store.patch(0, patch, { id: 'parcel' })).toEqual(first)
  expect(store.project.about.revision).toBe(1)
  expect(await store.patch(1, claim(store, 'Next'), { id: 'another' })).toMatchObject({ revision: 2 })
})

test('a patch is answered again after another page has saved in between', async () => {
  const { store } = await freshStore()
  const patch = claim(store, 'Once')
  const first = await store.patch(0, patch, { page: 'a', id: 'parcel' })
  await store.patch(1, claim(store, 'Theirs'), { page: 'b', id: 'parcel' })
  expect(await store.patch(0, patch, { page: 'a', id: 'parcel' })).toEqual(first)
  expect(store.project.about.revision).toBe(2)
})

test('pages hear of a change when it is on the disk, and can ask for it', async () => {
  const { store, path } = await freshStore()
  const heard: number[] = []
  store.feed.listen('b', ({ revision }) => void heard.push(revision))
  const patch = claim(store, 'Heard of')
  const saving = store.patch(0, patch, { page: 'a', id: 'parcel' })
  expect(heard).toEqual([0])
  await saving
  expect(heard).toEqual([0, 1])
  expect(await standing(path)).toContain('Heard of')
  expect(await store.changes(0, 'b')).toEqual({
    kind: 'changes',
    changes: [{ revision: 1, id: 'parcel', patch }],
  })
})

test('a page that missed changes that are no longer known is answered the whole project', async () => {
  const { store } = await freshStore()
  await store.patch(0, claim(store, 'Its own'), { page: 'a', id: 'parcel' })
  const asked = await store.changes(5, 'a')
  expect(asked).toEqual({ kind: 'document', document: store.content, accepted: 'parcel' })
  expect(await store.changes(5, 'b')).toMatchObject({ kind: 'document', accepted: null })
})

test('a patch sent again while it is pending is applied once, and both are answered', async () => {
  const { store } = await freshStore()
  const patch = claim(store, 'Once')
  const [first, again] = await Promise.all([
    store.patch(0, patch, { id: 'parcel' }),
    store.patch(0, patch, { id: 'parcel' }),
  ])
  expect(again).toEqual(first)
  expect(store.project.about.revision).toBe(1)
})

test('a patch for a closed project is refused, and nothing is written', async () => {
  const { store, folder } = await freshStore()
  const patch = claim(store, 'Too late')
  await store.close()
  await expect(store.patch(0, patch)).rejects.toMatchObject({ code: 'not-found' })
  expect(await readdir(folder)).toEqual(['Project.json'])
})

test('patches that depend on one that cannot be written are reverted with it, the last first', async () => {
  const { store, path, folder } = await freshStore()
  const [before, first] = [store.document, claim(store, 'First')]
  const id = first[0]!.id
  await rename(folder, `${folder} away`)
  const one = store.patch(0, first)
  // The first is on its way to the disk when the others come.
  await Promise.resolve().then(() => Promise.resolve())
  const two = store.patch(1, patchOf(store, 'claim.reword', { claim: id, text: 'Second' }))
  const three = store.patch(2, patchOf(store, 'claim.reword', { claim: id, text: 'Third' }))
  const answers = await Promise.allSettled([one, two, three])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(store.document).toBe(before)
  await rename(`${folder} away`, folder)
  await store.patch(0, first)
  expect(await standing(path)).toBe(store.document)
})
