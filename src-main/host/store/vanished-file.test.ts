import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { LONGEST_PAUSE, freshStore, claim, text, standing } from '../testing/stores'

describe('a file that vanished while it is open', () => {
  const vanished = { code: 'vanished', message: 'the project’s file is no longer there' }

  test('is reported before the next change counts as saved, and nothing is written in its place', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    const { store, path, folder } = await freshStore()
    await store.patch(0, claim(store, 'Saved before'))
    await store.checkFile()
    const journal = await text(join(folder, 'Project.journal'))
    await rm(path)
    await expect(store.checkFile()).rejects.toMatchObject(vanished)
    const patch = claim(store, 'Came after')
    await expect(store.patch(1, patch)).rejects.toMatchObject(vanished)
    await vi.advanceTimersByTimeAsync(LONGEST_PAUSE)
    await store.close()
    expect(await readdir(folder)).toEqual(['Project.journal'])
    expect(await text(join(folder, 'Project.journal'))).toBe(journal)
  })

  test('is recreated on request, complete, and work continues', async () => {
    const { store, path, folder } = await freshStore()
    await store.patch(0, claim(store, 'Saved before'))
    await rm(folder, { recursive: true })
    await mkdir(folder)
    const patch = claim(store, 'Came after')
    await expect(store.patch(1, patch)).rejects.toMatchObject(vanished)
    expect(await readdir(folder)).toEqual([])
    await store.saveAgain()
    expect(await text(path)).toBe(store.document)
    expect(await readdir(folder)).toEqual(['Project.json'])
    await store.patch(1, patch)
    await rm(folder, { recursive: true })
    await expect(store.checkFile()).rejects.toMatchObject({
      code: 'vanished',
      message: 'its folder is no longer there',
    })
    await store.saveAgain()
    await store.close()
    expect(await text(path)).toMatch(/Came after[^]*Saved before|Saved before[^]*Came after/)
  })

  test('may have been renamed: neither it nor its journal is written to', async () => {
    const { store, path, folder } = await freshStore()
    await store.patch(0, claim(store, 'Saved before'))
    const moved = `${folder} moved`
    await rename(folder, moved)
    await mkdir(folder)
    const there = () =>
      Promise.all(['Project.json', 'Project.journal'].map((name) => text(join(moved, name))))
    const before = await there()
    await store.saveAgain()
    await store.patch(1, claim(store, 'Came after'))
    expect(await there()).toEqual(before)
    expect(await standing(path)).toBe(store.document)
  })

  test('is used again when it is back, and another in its place is kept aside', async () => {
    const { store, path, folder } = await freshStore()
    await rename(path, join(folder, 'Away.json'))
    const patch = claim(store, 'Ours')
    await expect(store.patch(0, patch)).rejects.toMatchObject(vanished)
    await rename(join(folder, 'Away.json'), path)
    await store.checkFile()
    expect(await store.patch(0, patch)).toMatchObject({ setAside: null })
    await writeFile(path, 'of another')
    await store.saveAgain()
    expect(await text(path)).toBe(store.document)
    const [aside] = (await readdir(folder)).filter((name) => name.includes('changed elsewhere'))
    expect(await text(join(folder, aside!))).toBe('of another')
  })
})
