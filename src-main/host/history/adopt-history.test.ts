import { execFileSync } from 'node:child_process'
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { newProject } from '#domain/document/project'
import { env } from '../env'
import { adoptHistory } from './adopt-history'
import { GenerationStore } from './version-history'
import { add, ALL, desk } from '../testing/desk'

test('the history of a project follows when its file is moved or renamed, and back', async () => {
  const { at, open, states, work } = await desk()
  expect(await states('First.json')).toEqual(ALL)
  await mkdir(at('elsewhere'))
  await rename(at('First.json'), at('elsewhere/Second.json'))
  const store = await open('elsewhere/Second.json')
  expect(store.messages).toEqual([])
  await store.close()
  expect(await states('elsewhere/Second.json')).toEqual(ALL)
  expect(await states('First.json')).toEqual([])
  await work('elsewhere/Second.json', 'State 3')
  await rename(at('elsewhere/Second.json'), at('First.json'))
  await (await open('First.json')).close()
  expect(await states('First.json')).toEqual(['State 3', ...ALL])
})

test('a file that was damaged or edited while it was moved keeps its history', async () => {
  const { at, open, states } = await desk()
  const good = await readFile(at('First.json'), 'utf8')
  await rm(at('First.json'))
  await writeFile(at('Moved.json'), good.slice(0, -20))
  const store = await open('Moved.json')
  expect(store.document).toBe(good)
  expect(store.messages).toEqual([expect.stringMatching(/was damaged and was restored.*Nothing is missing/)])
  await store.close()
  await rm(at('Moved.json'))
  await writeFile(at('Edited.json'), good.replace('State 2', 'State edited'))
  const edited = await open('Edited.json')
  expect(edited.document).toContain('State edited')
  expect(await states('Edited.json')).toEqual(ALL)
})

test('a copy has the states up to its own, and its own history from then on', async () => {
  const { at, open, states, work } = await desk()
  await copyFile(at('First.json'), at('Copy.json'))
  await work('First.json', 'State A')
  await work('Copy.json', 'State B')
  expect(await states('First.json')).toEqual(['State A', ...ALL])
  expect(await states('Copy.json')).toEqual(['State B', ...ALL])
  const copy = await open('Copy.json')
  expect(copy.messages).toEqual([])
  await copy.close()
})

test('a copy that was changed elsewhere gets no earlier states, and the original keeps its own', async () => {
  const { at, open, states } = await desk()
  const text = await readFile(at('First.json'), 'utf8')
  await writeFile(at('Copy.json'), text.replace('State 2', 'State of another program'))
  await (await open('Copy.json')).close()
  expect([await states('Copy.json'), await states('First.json')]).toEqual([['State 2'], ALL])
})

test('two copies of a deleted original each get their own history, whatever order they are opened in', async () => {
  const { at, open, states, work } = await desk()
  await copyFile(at('First.json'), at('Old.json'))
  await work('First.json', 'State 3')
  await rename(at('First.json'), at('New.json'))
  await (await open('Old.json')).close()
  await (await open('New.json')).close()
  expect(await states('New.json')).toEqual(['State 3', ...ALL])
  expect(await states('Old.json')).toEqual(ALL)
  await work('Old.json', 'State B')
  await work('New.json', 'State A')
  expect(await states('New.json')).toEqual(['State A', 'State 3', ...ALL])
  expect(await states('Old.json')).toEqual(['State B', ...ALL])
})

test('a file that is moved while it is open has its history at both paths', async () => {
  const { at, open, states } = await desk()
  const here = await open('First.json')
  await rename(at('First.json'), at('Moved.json'))
  const there = await open('Moved.json')
  await add(there, 'State B')
  await there.close()
  await here.saveAgain()
  await add(here, 'State A')
  await here.close()
  expect(await states('Moved.json')).toEqual(['State B', ...ALL])
  expect(await states('First.json')).toEqual(['State A', ...ALL])
})

test('a project that replaces another does not get its history; the moved one keeps it', async () => {
  const { at, create, open, states, work } = await desk()
  const other = await create('Other.json', newProject('Other', env))
  await other.close()
  await work('Other.json', 'State X')
  await rename(at('First.json'), at('Moved.json'))
  await rename(at('Other.json'), at('First.json'))
  const store = await open('First.json')
  expect(store.messages).toEqual([expect.stringMatching(/^Another project has replaced/)])
  await store.close()
  expect(await states('First.json')).toEqual(['State X', 'new'])
  await (await open('Moved.json')).close()
  expect(await states('Moved.json')).toEqual(ALL)
})

test.skipIf(process.platform === 'win32')('a pipe in the place of a project is not waited for', async () => {
  const { dataFolder, at, open } = await desk()
  execFileSync('mkfifo', [at('Pipe.json')])
  await adoptHistory(GenerationStore.of(dataFolder, at('Pipe.json')), at('Pipe.json'))
  // The history tells where the project was.
  await rename(at('First.json'), at('Moved.json'))
  await rename(at('Pipe.json'), at('First.json'))
  await open('Moved.json')
})

test('damaged notes about a history do not move it to another project', async () => {
  const { dataFolder, at, open, states } = await desk()
  const history = GenerationStore.of(dataFolder, at('First.json'))
  await history.setLast({ ...(await history.last())!, project: 'damaged' })
  const store = await open('First.json')
  expect(store.messages).toEqual([])
  expect(await states('First.json')).toEqual(ALL)
})

test('a new project with the name of a deleted one starts its own history', async () => {
  const { at, create, states, work } = await desk()
  const gone = await readFile(at('First.json'), 'utf8')
  await rm(at('First.json'))
  await (await create('First.json', newProject('New', env))).close()
  await work('First.json', 'State X')
  expect(await states('First.json')).toEqual(['State X', 'new'])
  await writeFile(at('Back.json'), gone)
  await work('Back.json', 'State 3')
  expect(await states('Back.json')).toEqual(['State 3', ...ALL])
})

const NOT_KEPT = /^Your work is saved, but the history of/

test('a history that cannot be moved with its project is reported, until one can be kept', async () => {
  const { dataFolder, at, open } = await desk()
  await rename(at('First.json'), at('Moved.json'))
  const { folder } = GenerationStore.of(dataFolder, at('Moved.json'))
  await writeFile(folder, 'a file in the place of the folder')
  const store = await open('Moved.json')
  expect(store.problem).toMatch(NOT_KEPT)
  await rm(folder)
  await add(store, 'State 3')
  await store.saveAgain()
  expect(store.problem).toBeNull()
})

test('a history of another project that cannot be put aside is reported', async () => {
  const { dataFolder, at, create, open } = await desk()
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2024-05-06T07:08:09.010Z') })
  onTestFinished(() => void vi.useRealTimers())
  const { folder } = GenerationStore.of(dataFolder, at('First.json'))
  await mkdir(join(`${folder} until 2024-05-06T07-08-09.010Z`, 'taken'), { recursive: true })
  await rm(at('First.json'))
  const created = await create('First.json', newProject('Another', env))
  expect(created.problem).toMatch(NOT_KEPT)
  await created.close()
  const opened = await open('First.json')
  expect(opened.problem).toMatch(NOT_KEPT)
})
