import { expect, test } from 'vitest'
import type { Client } from '#api/client'
import { save } from '#domain/document/save'
import { article, Builder } from '#domain/testing/build'
import { testEnv } from '#domain/testing/env'
import { Session } from '../document/session.svelte'
import { Importing } from './importing.svelte'

const file = (fileName: string) => ({ fileName, size: 1, content: { fileKey: fileName } })

const REFERENCE = {
  title: 'a.txt',
  authors: ['A. Author'],
  publisher: '',
  published: '2019',
  url: '',
  doi: '10.1000/a',
  language: '',
  kind: '',
}

/** The content of a file by its name: references for `.ris`, else an article. */
function contentOf(fileName: string) {
  if (fileName === 'broken.txt') throw new Error('It cannot be read.')
  if (fileName.endsWith('.ris')) return { kind: 'references', references: [REFERENCE] }
  return {
    kind: 'article',
    article: { ...article(fileName, `Words of ${fileName} alone.`), doi: `10.1000/${fileName[0]}` },
  }
}

/** What a reader makes of a canvas with one card. */
function foreignFile(): string {
  const builder = new Builder()
  builder.claim('Words')
  const about = { ...builder.project.about, id: 'abcd-project' }
  const origin = {
    id: 'abcd-origin',
    format: 'canvas',
    fileName: 'a.canvas',
    added: '2026-01-01T00:00:00.000Z',
    content: '{}',
    report: [{ what: 'Arrows', count: 1, type: 'edge:taken-as-support' }],
  }
  return save({ ...builder.project, about, maps: new Map(), origins: new Map([[origin.id, origin]]) })
}

/** No file of these tests is another version of the project. */
const merging = { prepare: () => Promise.resolve(undefined) }

/** An open project, and a client that answers with `contentOf`. */
function openProject() {
  const { project } = new Builder()
  const client = {
    call: async (name: string, input: { fileKey?: string }) => {
      await Promise.resolve()
      return name === 'import.read' ? contentOf(input.fileKey!) : { revision: 1 }
    },
  } as unknown as Client
  const opened = { key: 'key', path: '/project.json', document: save(project), readOnly: null }
  const session = new Session(opened as never, client)
  const importing = new Importing(client, { session, merging })
  return { session, importing }
}

const outcomes = ({ lines }: Importing) => lines.map(({ fileName, outcome }) => `${fileName}: ${outcome}`)

const fileNames = (session: Session) => [...session.project.sources.values()].map((source) => source.fileName)

test('P11 a file that cannot be read does not stop the others, and is reported', async () => {
  const { importing } = openProject()
  await importing.run({ files: [file('a.txt'), file('broken.txt'), file('b.txt')], refused: ['Too large.'] })
  expect(outcomes(importing)).toEqual([
    ': not imported',
    'a.txt: added',
    'broken.txt: not imported',
    'b.txt: added',
  ])
})

test('files chosen during an import are read after it; the report covers only the last choice', async () => {
  const { session, importing } = openProject()
  const first = importing.run({ files: [file('a.txt'), file('b.txt')], refused: [] })
  await Promise.all([first, importing.run({ files: [file('c.txt')], refused: [] })])
  expect(outcomes(importing)).toEqual(['c.txt: added'])
  expect(fileNames(session)).toEqual(['a.txt.txt', 'b.txt.txt', 'c.txt.txt'])
})

test('references chosen before their article still describe it', async () => {
  const { session, importing } = openProject()
  await importing.run({ files: [file('library.ris'), file('a.txt')], refused: [] })
  expect(outcomes(importing)).toEqual(['a.txt: added', 'library.ris: references'])
  expect([...session.project.sources.values()]).toMatchObject([{ authors: ['A. Author'], published: '2019' }])
})

test('the user is asked about an article that is there already, and the answer is carried out', async () => {
  const { session, importing } = openProject()
  await importing.run({ files: [file('a.txt')], refused: [] })
  const [there] = session.project.sources.keys()
  for (const [action, outcome] of [
    ['keep', 'already in the project'],
    ['version', 'new version'],
    ['both', 'added'],
  ] as const) {
    const done = importing.run({ files: [file('a.txt')], refused: [] })
    await expect.poll(() => importing.question).toBeDefined()
    expect(importing.question).toMatchObject({ twins: [{ source: there, by: 'text' }] })
    importing.answer({ action, twin: there! })
    await done
    expect(outcomes(importing)).toEqual([`a.txt: ${outcome}`])
  }
  expect(session.project.sources.size).toBe(2)
})

test('a file of another program is previewed: left out, taken with a choice, or taken with all after it', async () => {
  const calls: unknown[] = []
  const { session } = openProject()
  const client = {
    call: async (name: string, input: { fileKey?: string; choices?: object }) => {
      await Promise.resolve()
      if (name !== 'import.read' && name !== 'import.readAgain') return { revision: 1 }
      if (name === 'import.readAgain') calls.push(input)
      return { kind: 'project', file: foreignFile(), report: [] }
    },
  } as unknown as Client
  const importing = new Importing(client, { session, merging })
  const files = ['a.canvas', 'b.canvas', 'c.canvas', 'd.canvas'].map(file)
  const done = importing.run({ files, refused: [] })
  await expect.poll(() => importing.preview?.following).toBe(3)
  expect(importing.preview?.preview.counts).toEqual(['1 claim'])
  importing.answerPreview('skip')
  await expect.poll(() => importing.preview?.following).toBe(2)
  await importing.choose('arrows', 'attack')
  expect(calls).toMatchObject([{ format: 'canvas', hash: 'abcd', choices: { arrows: 'attack' } }])
  importing.answerPreview('import all')
  await done
  expect(outcomes(importing)).toEqual([
    'a.canvas: not imported',
    'b.canvas: merged',
    'c.canvas: merged',
    'd.canvas: merged',
  ])
})

test('P11 a file read after its project was closed is reported as not imported', async () => {
  const client = { call: () => Promise.resolve(contentOf('a.txt')) } as unknown as Client
  const importing = new Importing(client, { session: undefined, merging })
  await importing.run({ files: [file('a.txt')], refused: [] })
  expect(importing.lines).toMatchObject([
    { outcome: 'not imported', sentence: expect.stringMatching(/was closed/) as string },
  ])
})

test('without a project, one is created with the title of the first file that can be read', async () => {
  const { session, importing } = openProject()
  const titles: string[] = []
  const create = async (title: string) => void titles.push(title)
  await importing.run({ files: [file('broken.txt'), file('a.txt'), file('b.txt')], refused: [] }, { create })
  expect(titles).toEqual(['a.txt'])
  expect(fileNames(session)).toEqual(['a.txt.txt', 'b.txt.txt'])
  await importing.run({ files: [file('my-library.ris')], refused: [] }, { create })
  await importing.run({ files: [file('broken.txt')], refused: [] }, { create })
  expect(titles).toEqual(['a.txt', 'My library'])
})

test('a project that shares nothing with the open one comes in as a copy, and the report says so', async () => {
  const { session } = openProject()
  const other = new Builder('Other', testEnv('other'))
  other.claim('Elsewhere')
  const client = {
    call: () => Promise.resolve({ kind: 'project', file: save(other.project) }),
  } as unknown as Client
  // Two projects can have the same id: one was made from the other, and nothing of it was left.
  for (const id of [other.project.about.id, session.project.about.id]) {
    other.project = { ...other.project, about: { ...other.project.about, id } }
    const importing = new Importing(client, { session, merging })
    await importing.run({ files: [file('other.json')], refused: [] })
    expect(importing.lines).toMatchObject([
      {
        outcome: 'added',
        sentence: 'It shares nothing with this project, so it was added as a copy: 1 map, 1 claim',
      },
    ])
    session.undo()
  }
})
