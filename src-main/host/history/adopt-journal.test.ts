import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newProject } from '#domain/document/project'
import { save } from '#domain/document/save'
import { env } from '../env'
import { ProjectStore } from '../store/project-store'
import { add, ALL, desk } from '../testing/desk'
import { GenerationStore } from './version-history'

test('a file that was moved after a crash gets the changes from the journal at its old path', async () => {
  const { dataFolder, at, open, states } = await desk()
  const history = GenerationStore.of(dataFolder, at('First.json'))
  const last = await history.last()
  const base = await readFile(at('First.json'))
  const store = await open('First.json')
  await add(store, 'State 3')
  const journal = await readFile(at('First.journal'))
  await store.close()
  await writeFile(at('Moved.json'), base)
  await writeFile(at('First.journal'), journal)
  await history.setLast(last!)
  await rm(at('First.json'))
  const moved = await open('Moved.json')
  expect(moved.document).toContain('State 3')
  await moved.close()
  expect((await readdir(at('.'))).sort()).toEqual(['Moved.json', 'data'])
  expect(await states('Moved.json')).toEqual(['State 3', ...ALL])
})

test('a file that was renamed after a crash in its first session gets the changes from the journal at its old path', async () => {
  const { at, create, open, killed } = await desk()
  const store = await create('New.json', newProject('New', env))
  await add(store, 'State 1')
  await killed(store)
  await rename(at('New.json'), at('Renamed.json'))
  const renamed = await open('Renamed.json')
  expect([renamed.messages, renamed.project.claims.size]).toEqual([[], 1])
  expect(await readdir(at('.'))).not.toContain('New.journal')
})

test('a file that was moved after a crash gets its changes also if another project was opened in its place since', async () => {
  const { dataFolder, at, open, killed } = await desk()
  const store = await open('First.json')
  await add(store, 'State 3')
  await killed(store)
  await rename(at('First.json'), at('Moved.json'))
  await writeFile(at('First.json'), save(newProject('Another', env)))
  const another = await ProjectStore.open(at('First.json'), dataFolder)
  expect(another.messages).toEqual([expect.stringMatching(/^Another project .* 1 change/)])
  expect(another.document).not.toContain('State 3')
  await another.close()
  const moved = await open('Moved.json')
  expect(moved.document).toContain('State 3')
  await moved.close()
  expect((await readdir(at('.'))).filter((name) => name.endsWith('.journal'))).toEqual([])
})

test('so does one that was killed in its first session', async () => {
  const { dataFolder, at, create, open, killed } = await desk()
  const store = await create('New.json', newProject('New', env))
  await add(store, 'State 1')
  await killed(store)
  const { folder } = GenerationStore.of(dataFolder, at('New.json'))
  for (const name of await readdir(folder)) if (/^\d{4}-/.test(name)) await rm(join(folder, name))
  await rename(at('New.json'), at('Moved.json'))
  await writeFile(at('New.json'), save(newProject('Another', env)))
  await (await open('New.json')).close()
  const moved = await open('Moved.json')
  expect([moved.messages, moved.project.claims.size]).toEqual([[], 1])
})

test('a journal at the old path is left there if it extends another state', async () => {
  const { at, open } = await desk()
  const store = await open('First.json')
  await add(store, 'State 3')
  const journal = await readFile(at('First.journal'))
  await store.close()
  await rename(at('First.json'), at('Moved.json'))
  await writeFile(at('First.journal'), journal)
  const moved = await open('Moved.json')
  expect([moved.messages, moved.document.match(/"text": "State 3"/g)]).toEqual([[], ['"text": "State 3"']])
  expect(await readFile(at('First.journal'))).toEqual(journal)
})

test('a journal that was moved with its file is not replaced by the one at the old path', async () => {
  const { dataFolder, at, open } = await desk()
  const history = GenerationStore.of(dataFolder, at('First.json'))
  const [last, base] = [await history.last(), await readFile(at('First.json'))]
  const journals: Buffer[] = []
  for (const words of ['State left', 'State moved']) {
    await writeFile(at('First.json'), base)
    await history.setLast(last!)
    const store = await open('First.json')
    await add(store, words)
    journals.push(await readFile(at('First.journal')))
    await store.close()
  }
  await rm(at('First.json'))
  await history.setLast(last!)
  await writeFile(at('Moved.json'), base)
  await writeFile(at('First.journal'), journals[0]!)
  await writeFile(at('Moved.journal'), journals[1]!)
  const moved = await open('Moved.json')
  expect(moved.document).toContain('State moved')
  expect(moved.document).not.toContain('State left')
  expect(await readFile(at('First.journal'))).toEqual(journals[0])
})
