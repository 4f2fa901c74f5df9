import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { newProject } from '#domain/document/project'
import { env } from '../env'
import { ProjectStore } from '../store/project-store'
import { temporaryFolder } from '../testing/folder'
import { Journal, journalPathOf, readJournal } from './journal'
import type * as Format from './journal-format'
import { decodeJournal } from './journal-format'

vi.mock('./journal-format', async (original) => ({
  ...(await original<typeof Format>()),
  JOURNAL_LIMIT: 2_000_000,
}))

const OVER = 'they have 3 MB, more than the limit of 2 MB'

test('a journal that is too large to be read is not read, and the project says why it cannot be opened', async () => {
  const path = join(await temporaryFolder(), 'Project.json')
  await (await ProjectStore.create(path, newProject('Project', env))).close()
  const journal = journalPathOf(path)
  await writeFile(journal, '')
  await truncate(journal, 2_000_001)
  await expect(ProjectStore.open(path)).rejects.toMatchObject({
    code: 'unreadable',
    message: `The changes beside the file could not be read: ${OVER}.`,
  })
})

test('a line that would make a journal too large is not written, and what was written before stays', async () => {
  const path = join(await temporaryFolder(), 'Project.json')
  const journal = new Journal(path, 'project', 'a'.repeat(64))
  onTestFinished(() => journal.close())
  const [small, large] = [100, 1_999_900].map((length) => JSON.stringify('x'.repeat(length)))
  const lengths = async () =>
    decodeJournal((await readJournal(journal.path))!).lines.map(({ value }) => (value as string).length)
  await expect(journal.write([large!])).rejects.toThrow(OVER)
  await journal.write([small!])
  await expect(journal.write([large!])).rejects.toThrow(OVER)
  expect(await lengths()).toEqual([100])
  await journal.write([small!])
  expect(await lengths()).toEqual([100, 100])
})
