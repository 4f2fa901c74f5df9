import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { runCommand } from '#domain/commands/registry'
import { load } from '#domain/document/load'
import { VERSION } from '#domain/document/project'
import { env } from '../env'
import { encodeLine, END } from '../journal/journal-format'
import { temporaryFolder } from '../testing/folder'
import { disk } from '../testing/recorded-disk'
import { ProjectStore } from './project-store'

vi.mock('node:fs/promises', async (original) =>
  (await import('../testing/recorded-disk')).recordedDisk(await original()),
)

const RELEASED = join(import.meta.dirname, '../../../src-domain/testing/released/0.1.0.json')

type Rows = Record<string, unknown>[]

/** A project of version 1 in a folder of its own, with a journal of that version that has these changes. */
async function oldProject(changes: (file: { sources: Rows; excerpts: Rows }) => unknown[]) {
  const folder = join(await temporaryFolder(), 'old')
  await mkdir(folder)
  const path = join(folder, 'Old.json')
  const text = await readFile(RELEASED, 'utf8')
  await writeFile(path, text)
  const generation = createHash('sha256').update(text).digest('hex')
  const head = { format: 'counterpoint-journal', version: 1, generation }
  const file = JSON.parse(text) as { sources: Rows; excerpts: Rows; revision: number }
  const lines = changes(file).map((patch, index) => ({
    revision: file.revision + index + 1,
    modified: '2026-01-02T03:04:05.000Z',
    patch,
  }))
  const journal =
    [head, ...lines].map((line, index) => encodeLine(generation, index, JSON.stringify(line))).join('') + END
  if (lines.length > 0) await writeFile(join(folder, 'Old.journal'), journal)
  const open = async () => {
    const store = await ProjectStore.open(path)
    onTestFinished(() => store.close())
    return store
  }
  return { folder, path, text, journal, open }
}

/** Changes as version 1 wrote them: a source with an earlier text is added, and a passage is compared. */
const changes = ({ sources, excerpts }: { sources: Rows; excerpts: Rows }): unknown[] => {
  const earlier = [{ replaced: '2026-01-01T00:00:00.000Z', fileName: 'old.txt', arrived: 'The older text' }]
  const added = { ...sources[0], id: 'added', arrived: 'The text of the file', earlier }
  const [excerpt] = excerpts
  return [
    [{ table: 'sources', id: 'added', from: null, to: added }],
    [{ table: 'excerpts', id: excerpt!['id'], from: excerpt, to: { ...excerpt, judged: 'a digest' } }],
  ]
}

test('P4 a project of version 1 opens with the changes in its journal, with current field names', async () => {
  const { open } = await oldProject(changes)
  const { project } = await open()
  expect(project.sources.get('added')).toMatchObject({
    originalText: 'The text of the file',
    previousTexts: [{ fileName: 'old.txt', originalText: 'The older text' }],
  })
  for (const source of project.sources.values()) {
    expect(source).not.toHaveProperty('arrived')
    expect(source).not.toHaveProperty('earlier')
  }
  expect(project.about).toMatchObject({ version: VERSION })
})

test('the old file and its journal are kept beside it, and it is rewritten before any change', async () => {
  const { open, folder, path, text, journal } = await oldProject(changes)
  const store = await open()
  const [oldFile = '', oldJournal = ''] = (await readdir(folder))
    .filter((name) => name.includes('version 1'))
    .sort((a, b) => (a.endsWith('.json') ? -1 : b.endsWith('.json') ? 1 : 0))
  expect(await readFile(join(folder, oldFile), 'utf8')).toBe(text)
  expect(await readFile(join(folder, oldJournal), 'utf8')).toBe(journal)
  expect(await readdir(folder)).not.toContain('Old.journal')
  expect(await readFile(path, 'utf8')).toBe(store.document)

  const outcome = runCommand(store.project, 'claim.add', { text: 'New', category: 'claim' }, env)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  await store.patch(store.project.about.revision, outcome.patch)
  const saved = store.document
  await store.close()
  const again = load(await readFile(path, 'utf8'))
  expect(again).toMatchObject({ ok: true })
  expect(await readFile(path, 'utf8')).toBe(saved)
})

test('a copy from an earlier opening is not overwritten', async () => {
  const { open, folder, path, text } = await oldProject(() => [])
  await (await open()).close()
  await writeFile(path, text.replace('"title"', '"title" '))
  await new Promise((later) => setTimeout(later, 2))
  await (await open()).close()
  expect((await readdir(folder)).filter((name) => name.includes('version 1'))).toHaveLength(2)
})

test('it opens in a read-only folder, and is not changed', async () => {
  const { open, path, text } = await oldProject(() => [])
  disk.failOnce('rename', 'temporary', 'EROFS')
  expect((await open()).project.claims.size).toBeGreaterThan(0)
  expect(await readFile(path, 'utf8')).toBe(text)
})

test('with changes in a journal of its version, it is refused in a read-only folder and not changed', async () => {
  const { open, folder, path, text, journal } = await oldProject(changes)
  disk.failOnce('rename', 'temporary', 'EROFS')
  await expect(open()).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringMatching(/older format.*Nothing was changed/),
  })
  expect(await readFile(path, 'utf8')).toBe(text)
  expect(await readFile(join(folder, 'Old.journal'), 'utf8')).toBe(journal)
})
