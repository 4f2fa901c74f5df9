import { chmod, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newProject } from '#domain/document/project'
import { sampleProject } from '#domain/testing/sample'
import { env } from '../env'
import { journalPathOf } from '../journal/journal'
import { encodeLine, JOURNAL_VERSION } from '../journal/journal-format'
import { ProjectStore } from '../store/project-store'
import { temporaryFolder } from '../testing/folder'
import { claim } from '../testing/stores'
import { fileText } from '../store/file-text'

const text = (path: string) => readFile(path, 'utf8')

/** A folder with projects, with or without a data folder for their histories. */
async function desk(history: boolean) {
  const folder = await temporaryFolder()
  const dataFolder = history ? join(folder, 'data') : undefined
  const at = (name: string) => join(folder, name)
  const open = async (name: string) => {
    const store = await ProjectStore.open(at(name), dataFolder)
    onTestFinished(() => store.close())
    return store
  }
  /** Adds claims to a project, and leaves its file and journal as a killed process does. */
  const killed = async (name: string, ...words: string[]) => {
    const store = await open(name)
    for (const each of words) await store.patch(store.project.about.revision, claim(store, each))
    const journal = await text(journalPathOf(at(name)))
    const base = await text(at(name))
    await store.close()
    await writeFile(at(name), base)
    await writeFile(journalPathOf(at(name)), journal)
    return { base, journal }
  }
  const named = async (what: string) =>
    (await readdir(folder)).filter((name) => name.includes(what)).map((name) => at(name))
  return { folder, at, open, killed, named }
}

const OTHER = () => fileText(newProject('Another', env))

test.each([true, false])(
  'another project in the place of a killed one gets none of its changes, and these are kept (history: %s)',
  async (history) => {
    const { at, open, killed, named } = await desk(history)
    await writeFile(at('p.json'), fileText(sampleProject()))
    const { journal } = await killed('p.json', 'One', 'Two')
    await chmod(journalPathOf(at('p.json')), 0o640)
    const other = OTHER()
    await writeFile(`${at('p.json')}.new`, other)
    await rename(`${at('p.json')}.new`, at('p.json'))
    const store = await open('p.json')
    expect([store.document, await text(at('p.json'))]).toEqual([other, other])
    expect(store.messages).toEqual([
      expect.stringMatching(/Another project has replaced.*had 2 changes that were not in its file yet/),
    ])
    const kept = await named('(left behind ')
    expect(await Promise.all(kept.filter((path) => path.endsWith('.journal')).map(text))).toEqual([journal])
    const rescued = kept.filter((path) => path.endsWith('.json'))
    expect(rescued).toHaveLength(history ? 1 : 0)
    for (const path of rescued) {
      expect(await text(path)).toMatch(/One[^]*Two|Two[^]*One/)
      // Whoever could read the project before can read it now.
      if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o640)
    }
    for (const path of kept) expect(store.messages[0]).toContain(path)
    await store.patch(0, claim(store, 'Its own'))
    await store.close()
    const again = await open('p.json')
    expect(again.messages.filter((each) => !history || each !== store.messages[0])).toEqual([])
    expect(again.project.claims.size).toBe(1)
  },
)

test('p, p.json and p.JSON are three projects, and so are long names: each has its own changes after a crash', async () => {
  const { at, open, killed } = await desk(true)
  const long = 'n'.repeat(249)
  const names = ['p', 'p.json', 'p.JSON', `${long}1.json`, `${long}2.json`, `${long}3.JSON`]
  for (const name of names) await writeFile(at(name), OTHER())
  for (const name of names) await killed(name, `of ${name} one`, `of ${name} two`)
  for (const name of names) {
    const { project, messages } = await open(name)
    expect([...project.claims.values()].map((each) => each.text).sort()).toEqual(
      ['one', 'two'].map((word) => `of ${name} ${word}`),
    )
    expect(messages).toEqual([])
  }
})

test('a journal that an earlier version left for p.JSON is found, and is not taken from p.json', async () => {
  const { at, open, killed } = await desk(true)
  await writeFile(at('p.JSON'), OTHER())
  const { journal } = await killed('p.JSON', 'One')
  const [head = '', line = ''] = journal.split('\n')
  const { generation } = JSON.parse(head.slice(35)) as { generation: string }
  const old = JSON.stringify({ format: 'counterpoint-journal', version: JOURNAL_VERSION, generation })
  await rename(journalPathOf(at('p.JSON')), at('p.journal'))
  await writeFile(at('p.journal'), `${encodeLine(generation, 0, old)}${line}\n\n`)
  await writeFile(at('p'), OTHER())
  expect((await open('p')).project.claims.size).toBe(0)
  expect((await open('p.JSON')).project.claims.size).toBe(1)
  expect(await readdir(at('.'))).not.toContain('p.journal')
})
