import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { writeDurably } from './durable-file'
import { disk } from '../testing/recorded-disk'
import { temporaryFolder } from '../testing/folder'

vi.mock('node:fs/promises', async (original) =>
  (await import('../testing/recorded-disk')).recordedDisk(await original()),
)

/** A file with old content, alone in a folder named `folder`. */
async function oldFile(): Promise<{ folder: string; path: string }> {
  const folder = join(await temporaryFolder(), 'folder')
  await mkdir(folder)
  const path = join(folder, 'file')
  await writeFile(path, 'old words')
  disk.forget()
  return { folder, path }
}

test('content is synced before the rename, and the folder before the write is reported as done', async () => {
  const { path } = await oldFile()
  await writeDurably(path, 'new words')
  disk.note('written')
  expect(disk.steps).toEqual([
    'write temporary',
    'sync temporary',
    'close temporary',
    'rename temporary to file',
    'sync folder',
    'close folder',
    'written',
  ])
})

test('a large file is synced part by part, including the last part before the rename', async () => {
  const { path } = await oldFile()
  const bytes = Buffer.from(Uint32Array.from({ length: 2.3 * 1024 * 1024 }, (_, index) => index).buffer)
  await writeDurably(path, bytes)
  const part = ['write temporary', 'sync temporary']
  expect(disk.steps.slice(0, 8)).toEqual([
    ...[...part, ...part, ...part],
    ...['close temporary', 'rename temporary to file'],
  ])
  expect((await readFile(path)).equals(bytes)).toBe(true)
})

test.each([
  ['write', 'ENOSPC'],
  ['sync', 'EIO'],
  ['close', 'EIO'],
  ['rename', 'EIO'],
] as const)(
  'if %s fails with %s, the error is thrown and only the old content is left',
  async (step, code) => {
    const { folder, path } = await oldFile()
    disk.failOnce(step, 'temporary', code)
    await expect(writeDurably(path, 'new words')).rejects.toMatchObject({ code })
    expect(await readFile(path, 'utf8')).toBe('old words')
    expect(await readdir(folder)).toEqual(['file'])
    await writeDurably(path, 'new words')
    expect(await readFile(path, 'utf8')).toBe('new words')
  },
)

test('incompletely written content is never renamed', async () => {
  const { folder, path } = await oldFile()
  disk.once('write', 'temporary', (write) => write('new'))
  await expect(writeDurably(path, 'new words')).rejects.toThrow('wrote 3 of 9 bytes')
  expect(await readFile(path, 'utf8')).toBe('old words')
  expect(await readdir(folder)).toEqual(['file'])
})

test('a rename that is not synced is not reported as written', async () => {
  const { path } = await oldFile()
  disk.failOnce('sync', 'folder', 'EIO')
  await expect(writeDurably(path, 'new words')).rejects.toMatchObject({ code: 'EIO' })
})

test('the callback before the rename sees the synced content, and can keep the old file', async () => {
  const { folder, path } = await oldFile()
  const refuse = async (temporary: string) => {
    disk.note('asked')
    expect(await readFile(temporary, 'utf8')).toBe('new words')
    throw new Error('keep it')
  }
  await expect(writeDurably(path, 'new words', refuse)).rejects.toThrow('keep it')
  expect(disk.steps.indexOf('asked')).toBeGreaterThan(disk.steps.indexOf('sync temporary'))
  expect(await readFile(path, 'utf8')).toBe('old words')
  expect(await readdir(folder)).toEqual(['file'])
})

test('a read-only file is not replaced', async () => {
  const { path } = await oldFile()
  disk.failOnce('access', 'file', 'EACCES')
  await expect(writeDurably(path, 'new words')).rejects.toMatchObject({ code: 'EACCES' })
  expect(await readFile(path, 'utf8')).toBe('old words')
})

test.skipIf(process.platform === 'win32')('written files are readable only by their user', async () => {
  const { path } = await oldFile()
  await writeDurably(path, 'new words')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})
