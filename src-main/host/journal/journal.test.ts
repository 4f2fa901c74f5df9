import { link, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Journal } from './journal'
import { decodeJournal, encodeHead, encodeLine, END } from './journal-format'
import { disk } from '../testing/recorded-disk'
import { temporaryFolder } from '../testing/folder'

vi.mock('node:fs/promises', async (original) =>
  (await import('../testing/recorded-disk')).recordedDisk(await original()),
)

const BASE = 'a'.repeat(64)
const NEXT = 'b'.repeat(64)
const line = (words: string) => JSON.stringify({ words })

/** A journal with one line on the disk, in a folder named `folder`. */
async function begun() {
  const folder = join(await temporaryFolder(), 'folder')
  await mkdir(folder)
  const path = join(folder, 'Project.journal')
  const journal = new Journal(join(folder, 'Project.json'), 'project', BASE)
  onTestFinished(() => journal.close())
  await journal.write([line('one')])
  const first = disk.steps
  disk.forget()
  return { folder, path, journal, first }
}

/** The words that can be read back. Fails if a line is missing. */
async function wordsIn(path: string): Promise<unknown[]> {
  const { lines, ...rest } = decodeJournal(await readFile(path))
  expect(rest).toMatchObject({ missing: 0, counted: true, damaged: false })
  return lines.map(({ value }) => (value as { words: string }).words)
}

test('the first line is acknowledged when the journal and its name are on the disk', async () => {
  const { first, path } = await begun()
  expect(first).toEqual([
    'write temporary',
    'sync temporary',
    'close temporary',
    'rename temporary to Project.journal',
    'sync folder',
    'close folder',
  ])
  expect(await wordsIn(path)).toEqual(['one'])
})

test('every later line is acknowledged when it is on the disk, with one sync', async () => {
  const { journal, path } = await begun()
  await journal.write([line('two'), line('three')])
  disk.note('answered')
  // The second write is that of the number of lines, after the lines.
  expect(disk.steps).toEqual([
    'write Project.journal',
    'write Project.journal',
    'sync Project.journal',
    'answered',
  ])
  await journal.write([line('four')])
  expect(await wordsIn(path)).toEqual(['one', 'two', 'three', 'four'])
})

test('a journal is its head, its lines and an empty line, byte for byte, whatever its content', async () => {
  const { folder } = await begun()
  const path = join(folder, 'Other.journal')
  const other = new Journal(join(folder, 'Other.json'), 'project', BASE)
  onTestFinished(() => other.close())
  const lines = ['première', '主张 🧭', 'third'].map(line)
  for (const each of lines) await other.write([each])
  const written = lines.map((each, index) => encodeLine(BASE, index + 1, each)).join('')
  expect(await readFile(path, 'utf8')).toBe(
    encodeHead({ generation: BASE, project: 'project', lines: 3 }) + written + END,
  )
})

test.each([
  ['ten bytes', () => 10],
  ['all but one byte', (length: number) => length - 1],
])('a line of which only %s are written at first is completed', async (_case, first) => {
  const { journal, path } = await begun()
  disk.once('write', 'Project.journal', (write, [bytes, from, length, at]) =>
    write(bytes, from, first(length as number), at),
  )
  await journal.write([line('two')])
  expect(disk.steps).toEqual([...Array<string>(3).fill('write Project.journal'), 'sync Project.journal'])
  expect(await wordsIn(path)).toEqual(['one', 'two'])
})

test.each([
  ['write', 'ENOSPC'],
  ['sync', 'EIO'],
] as const)(
  'a journal on which %s fails with %s is never written to again, and the next one does not have the failed line',
  async (step, code) => {
    const { folder, journal, path } = await begun()
    disk.failOnce(step, 'Project.journal', code)
    await expect(journal.write([line('failed')])).rejects.toMatchObject({ code })
    expect(journal.length).toBe(1)
    await link(path, join(folder, 'as it was'))
    const before = await readFile(path)
    disk.forget()
    await journal.write([line('two')])
    expect(disk.steps).toContain('rename temporary to Project.journal')
    expect(disk.steps).not.toContain('write Project.journal')
    expect(await readFile(join(folder, 'as it was'))).toEqual(before)
    expect(await wordsIn(path)).toEqual(['one', 'two'])
  },
)

test('if no new journal can be created, the line is not acknowledged, and the next one creates it', async () => {
  const { journal, path } = await begun()
  disk.failOnce('sync', 'Project.journal', 'EIO')
  await expect(journal.write([line('failed')])).rejects.toThrow()
  disk.failOnce('rename', 'temporary', 'ENOSPC')
  await expect(journal.write([line('failed too')])).rejects.toMatchObject({ code: 'ENOSPC' })
  await journal.write([line('two')])
  expect(await wordsIn(path)).toEqual(['one', 'two'])
})

test.each(['write', 'sync'] as const)(
  'a journal that is moved away just before its %s is created again with all lines before the answer',
  async (step) => {
    const { journal, path } = await begun()
    disk.once(step, 'Project.journal', async (call, args) => {
      await rename(path, `${path} away`)
      return call(...args)
    })
    await journal.write([line('two')])
    expect(await wordsIn(path)).toEqual(['one', 'two'])
  },
)

test('a journal that another file replaces during an append is restored before the answer', async () => {
  const { journal, path } = await begun()
  disk.once('write', 'Project.journal', async (write, args) => {
    await writeFile(`${path} other`, 'of another')
    await rename(`${path} other`, path)
    return write(...args)
  })
  await journal.write([line('two')])
  expect(await wordsIn(path)).toEqual(['one', 'two'])
})

test('a journal whose folder could not be synced is known again as its own, and replaced by the next', async () => {
  const { journal, path } = await begun()
  await rename(path, `${path} away`)
  disk.failOnce('sync', 'folder', 'EIO')
  await expect(journal.write([line('failed')])).rejects.toMatchObject({ code: 'EIO' })
  expect(await journal.isReplaced()).toBe(false)
  await journal.write([line('two')])
  expect(await wordsIn(path)).toEqual(['one', 'two'])
})

test('a journal with a line of another is not replaced, neither by a line nor when the file has all', async () => {
  const { folder, journal, path } = await begun()
  const other = new Journal(join(folder, 'Project.json'), 'project', BASE, [line('one')])
  onTestFinished(() => other.close())
  await other.write([line('theirs')])
  expect(await journal.isReplaced()).toBe(true)
  await expect(journal.write([line('two')])).rejects.toThrow('another Counterpoint')
  await expect(journal.extend(NEXT, 1)).rejects.toThrow('another Counterpoint')
  expect(await wordsIn(path)).toEqual(['one', 'theirs'])
  expect(await other.isReplaced()).toBe(false)
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a journal that only another user may read is not replaced',
  async () => {
    const { journal, path } = await begun()
    await writeFile(`${path} other`, 'of another', { mode: 0 })
    await rename(`${path} other`, path)
    expect(await journal.isReplaced()).toBe(true)
    await expect(journal.write([line('two')])).rejects.toThrow()
  },
)

test('a journal that was moved away earlier is not changed at its new place', async () => {
  const { journal, path } = await begun()
  await rename(path, `${path} away`)
  const before = await readFile(`${path} away`)
  await journal.write([line('two')])
  expect(await readFile(`${path} away`)).toEqual(before)
  expect(await wordsIn(path)).toEqual(['one', 'two'])
})

test('lines that the new project file includes are removed only when the rest is on the disk under its name', async () => {
  const { journal, path } = await begun()
  await journal.write([line('two')])
  disk.failOnce('rename', 'temporary', 'EIO')
  await expect(journal.extend(NEXT, 1)).rejects.toMatchObject({ code: 'EIO' })
  await journal.write([line('three')])
  expect(decodeJournal(await readFile(path)).generation).toBe(BASE)
  expect(await wordsIn(path)).toEqual(['one', 'two', 'three'])
  await journal.extend(NEXT, 1)
  expect(decodeJournal(await readFile(path)).generation).toBe(NEXT)
  expect(await wordsIn(path)).toEqual(['two', 'three'])
  await journal.write([line('four')])
  expect(await wordsIn(path)).toEqual(['two', 'three', 'four'])
  expect(journal.length).toBe(3)
})

test('a journal whose lines are all in the project file is removed, durably', async () => {
  const { journal } = await begun()
  await journal.extend(NEXT, 1)
  expect(disk.steps).toEqual(['close Project.journal', 'rm Project.journal', 'sync folder', 'close folder'])
})
