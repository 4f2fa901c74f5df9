import { beforeEach, expect, test, vi } from 'vitest'
import type { Chosen } from '../../transports/platform'
import { receive } from './receive'

/** Node has no FileReader. */
class ReaderOfBlobs {
  result = 'data:,'
  onload: () => void = () => undefined
  readAsDataURL(): void {
    queueMicrotask(() => this.onload())
  }
}

beforeEach(() => {
  vi.stubGlobal('FileReader', ReaderOfBlobs)
  return () => vi.unstubAllGlobals()
})

/** The files that are opened and imported when these are dropped on the start screen. */
async function dropped(files: Record<string, string>) {
  const opened: string[] = []
  const imported: string[] = []
  const workspace = {
    session: undefined as object | undefined,
    start: undefined,
    platform: {
      client: { call: (_: string, { fileName }: { fileName: string }) => void opened.push(fileName) },
    },
    notices: { problem: () => undefined },
    view: { select: () => undefined },
    importing: {
      lines: [],
      run: ({ files: given }: Chosen) => void imported.push(...given.map(({ fileName }) => fileName)),
    },
    create: () => Promise.resolve(),
    projects: {
      enter: async (ask: () => Promise<unknown>) => {
        await ask()
        workspace.session = {}
      },
    },
    notifyOnError: (action: () => Promise<unknown>) => action(),
  }
  const chosen = Object.entries(files).map(([fileName, text]) => ({
    fileName,
    size: text.length,
    content: new Blob([text]),
  }))
  await receive(workspace as never, { files: chosen, refused: [] })
  return { opened, imported }
}

const PROJECT = '{\n  "format": "counterpoint",\n  "version": 2\n}'

test('a project that is dropped without an open one is opened, and the files beside it are imported', async () => {
  expect(await dropped({ 'a.txt': 'An article', 'p.json': PROJECT })).toEqual({
    opened: ['p.json'],
    imported: ['a.txt'],
  })
  expect(await dropped({ 'p.counterpoint': '{}' })).toEqual({ opened: ['p.counterpoint'], imported: [] })
})

test('JSON of other programs is imported into a new project, not taken for one', async () => {
  const aif = '{"nodes": [{"nodeID": "1", "text": "One", "type": "I"}], "edges": []}'
  expect(await dropped({ 'nodeset.json': aif, 'references.csl.json': PROJECT })).toEqual({
    opened: [],
    imported: ['nodeset.json', 'references.csl.json'],
  })
})
