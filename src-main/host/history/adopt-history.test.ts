import { execFileSync } from 'node:child_process'
import { copyFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { runCommand } from '#domain/commands/registry'
import { newProject, type Project } from '#domain/document/project'
import { save } from '#domain/document/save'
import { sampleProject } from '#domain/testing/sample'
import { env } from '../env'
import { adoptHistory } from './adopt-history'
import { GenerationStore } from './version-history'
import { ProjectStore } from '../store/project-store'
import { temporaryFolder } from '../testing/folder'

/** A data folder, and project files by name. */
async function desk() {
  const folder = await temporaryFolder()
  const dataFolder = join(folder, 'data')
  const at = (name: string) => join(folder, name)
  const opened = async (coming: Promise<ProjectStore>) => {
    const store = await coming
    onTestFinished(() => store.close())
    return store
  }
  const open = (name: string) => opened(ProjectStore.open(at(name), dataFolder))
  const create = (name: string, project: Project) =>
    opened(ProjectStore.create(at(name), project, dataFolder))
  /** Edits a project so that each of these words becomes a kept state. */
  const work = async (name: string, ...words: string[]) => {
    for (const each of words) {
      const store = await open(name)
      await add(store, each)
      await store.close()
    }
  }
  /** The kept states of a file, newest first, by the words that were added last. */
  const states = async (name: string) => {
    const history = GenerationStore.of(dataFolder, at(name))
    const texts = (await history.list()).map(({ id }) => history.text(id))
    return (await Promise.all(texts)).map(
      (text) => /"text": "(State [^"]+)"(?![^]*"text": "State)/.exec(text)?.[1] ?? 'new',
    )
  }
  const first = await create('First.json', sampleProject())
  await first.close()
  await work('First.json', 'State 1', 'State 2')
  return { folder, dataFolder, at, open, create, work, states }
}

async function add(store: ProjectStore, words: string): Promise<void> {
  const outcome = runCommand(
    store.project,
    'claim.add',
    { text: words, category: 'judgement' },
    {
      ...env,
      newId: () => `z${words}`,
    },
  )
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  await store.patch(store.project.about.revision, outcome.patch)
}

const ALL = ['State 2', 'State 1', 'new']

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
  const { at, create, open } = await desk()
  const store = await create('New.json', newProject('New', env))
  await add(store, 'State 1')
  const [base, journal] = [await readFile(at('New.json')), await readFile(at('New.journal'))]
  const generations = at('data/generations')
  await cp(generations, at('as killed'), { recursive: true })
  await store.close()
  await rm(generations, { recursive: true })
  await rename(at('as killed'), generations)
  await rm(at('New.json'))
  await writeFile(at('Renamed.json'), base)
  await writeFile(at('New.journal'), journal)
  const renamed = await open('Renamed.json')
  expect([renamed.messages, renamed.project.claims.size]).toEqual([[], 1])
  expect(await readdir(at('.'))).not.toContain('New.journal')
})

test('a file that was moved after a crash gets its changes also if another project was opened in its place since', async () => {
  const { dataFolder, at, open } = await desk()
  const store = await open('First.json')
  const [base, generations] = [await readFile(at('First.json')), at('data/generations')]
  await add(store, 'State 3')
  const journal = await readFile(at('First.journal'))
  await cp(generations, at('as killed'), { recursive: true })
  await store.close()
  await rm(generations, { recursive: true })
  await rename(at('as killed'), generations)
  await writeFile(at('Moved.json'), base)
  await writeFile(at('First.journal'), journal)
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
  const { dataFolder, at, create, open } = await desk()
  const store = await create('New.json', newProject('New', env))
  await add(store, 'State 1')
  const [base, journal] = [await readFile(at('New.json')), await readFile(at('New.journal'))]
  const generations = at('data/generations')
  await cp(generations, at('as killed'), { recursive: true })
  await store.close()
  await rm(generations, { recursive: true })
  await rename(at('as killed'), generations)
  const { folder } = GenerationStore.of(dataFolder, at('New.json'))
  for (const name of await readdir(folder)) if (/^\d{4}-/.test(name)) await rm(join(folder, name))
  await writeFile(at('Moved.json'), base)
  await writeFile(at('New.journal'), journal)
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
