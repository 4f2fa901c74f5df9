import { readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import { readUnlocked } from '../recovery/read-unlocked'
import { contentHash } from '../files/durable-file'
import { add, project } from '../testing/killed-project'
import { noteJournal, notedJournal } from './noted-journal'
import { GenerationStore } from './version-history'

/** The note is there until the file is written, a second after the last change. Milliseconds. */
const OFTEN = { interval: 20, timeout: 20_000 }

/** A project that was killed with three changes in its journal, which the history has noted. */
async function killed() {
  const made = await project()
  const data = `${made.folder}/data`
  const { base, journal } = await made.killed('One', 'Two', 'Three')
  const { folder } = GenerationStore.of(data, made.path)
  await noteJournal(folder, { generation: contentHash(base), changes: 3 })
  return { ...made, base, journal, data, history: folder }
}

test('while changes are in the journal, the history notes how many, until the file has them', async () => {
  const { open, path, folder, journalPath } = await project()
  const store = await open()
  const { folder: history } = GenerationStore.of(`${folder}/data`, path)
  const generation = contentHash(await readFile(path))
  for (const word of ['One', 'Two', 'Three']) await add(store, word)
  await expect.poll(() => notedJournal(history), OFTEN).toEqual({ generation, changes: 3 })
  await store.saveAgain()
  await expect.poll(() => notedJournal(history), OFTEN).toBeUndefined()
  await add(store, 'Four')
  await expect.poll(() => notedJournal(history), OFTEN).toMatchObject({ changes: 1 })
  await store.close()
  expect(await notedJournal(history)).toBeUndefined()
  await expect(readFile(journalPath)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('a journal that is removed is said by commands, and once on screen', async () => {
  for (const remove of [
    (path: string) => rm(path),
    async (path: string) => {
      await rm(path)
      await symlink('nowhere', path)
    },
  ]) {
    const { open, path, journalPath, data } = await killed()
    await remove(journalPath)
    const said = [expect.stringMatching(/in “Project.journal”, are gone. At least 3 changes .* are missing/)]
    for (let time = 0; time < 2; time++)
      expect(await readUnlocked(path, data)).toMatchObject({ harmed: true, messages: said })
    const store = await open()
    expect(await store.told()).toMatchObject({ messages: said })
    await add(store, 'After')
    await store.close()
    expect((await open()).messages).toEqual([])
  }
})

test('a journal that an older one replaced lacks the changes that were noted', async () => {
  const { open, journal, journalPath, beside } = await killed()
  const { encodeHead } = await import('../journal/journal-format')
  const [head = '', first = ''] = journal.split('\n')
  const { generation, project: id } = JSON.parse(head.slice(35)) as { generation: string; project: string }
  await writeFile(journalPath, `${encodeHead({ generation, project: id, lines: 1 })}${first}\n\n`)
  const store = await open()
  expect(store.messages).toEqual([
    expect.stringMatching(
      /older than those.*At least 2 changes after .* are missing; 1 change could be read/,
    ),
  ])
  expect(store.harmed).toBe(true)
  expect(await beside('damaged')).toHaveLength(1)
})

test('beside a damaged file, no message denies that the journal was removed', async () => {
  const { open, path, journalPath } = await killed()
  await rm(journalPath)
  await writeFile(path, '')
  const { messages } = await open()
  expect(messages).toEqual([
    expect.stringMatching(/^The project’s file was damaged/),
    expect.stringMatching(/At least 3 changes .* are missing/),
  ])
  expect(messages.join(' ')).not.toContain('Nothing is missing')
})

test('of a journal that cannot be read it is said how many changes are missing at least', async () => {
  const { open, journalPath } = await killed()
  await writeFile(journalPath, '')
  expect((await open()).messages).toEqual([
    expect.stringMatching(/None of them could be read: at least 3 changes are missing/),
  ])
})

test('a note of another state, or one that was damaged, is no alarm', async () => {
  const { open, journalPath, history, base } = await killed()
  await rm(journalPath)
  await noteJournal(history, { generation: 'a'.repeat(64), changes: 3 })
  const first = await open()
  expect(first.messages).toEqual([])
  await first.close()
  await noteJournal(history, { generation: contentHash(base), changes: 3 })
  const note = await readFile(`${history}/journal.json`, 'utf8')
  await writeFile(`${history}/journal.json`, note.replace(':3', ':7'))
  const second = await open()
  onTestFinished(() => second.close())
  expect(second.messages).toEqual([])
})
