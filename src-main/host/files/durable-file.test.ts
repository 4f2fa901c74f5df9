import { mkdir, readdir, readFile, rename, utimes, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { beginningBeside, copyDurably, fileStamp, nameBeside, reasonOf, writeDurably } from './durable-file'
import { temporaryFolder } from '../testing/folder'

test('a reader finds the complete old or new content during a write', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'file.json')
  const content = (number: number) => `${number}`.repeat(300_000)
  await writeDurably(path, content(0))
  let writing = true
  const reader = (async () => {
    while (writing) {
      const text = await readFile(path, 'utf8')
      expect(text).toBe(content(Number(text[0])))
    }
  })()
  for (let number = 1; number < 10; number++) await writeDurably(path, content(number))
  writing = false
  await reader
  expect(await readFile(path, 'utf8')).toBe(content(9))
  expect(await readdir(folder)).toEqual(['file.json'])
})

test('a file with the longest possible name can be written', async () => {
  const path = join(await temporaryFolder(), '中'.repeat(85))
  await writeDurably(path, 'words')
  expect(await readFile(path, 'utf8')).toBe('words')
})

test('a failed write throws, and leaves only the old file', async () => {
  const folder = await temporaryFolder()
  await expect(writeDurably(join(folder, 'gone', 'file'), 'x')).rejects.toMatchObject({ code: 'ENOENT' })
  await mkdir(join(folder, 'taken', 'inner'), { recursive: true })
  await expect(writeDurably(join(folder, 'taken'), 'x')).rejects.toThrow()
  expect(await readdir(folder)).toEqual(['taken'])
})

test('a stamp detects a change of the same length, and a missing file', async () => {
  const path = join(await temporaryFolder(), 'file')
  expect(await fileStamp(path)).toBeUndefined()
  await writeDurably(path, 'one')
  const first = await fileStamp(path)
  expect(await fileStamp(path)).toBe(first)
  await writeFile(path, 'two')
  expect(await fileStamp(path)).not.toBe(first)
})

test('a stamp detects a replacement of the same length and time', async () => {
  const folder = await temporaryFolder()
  const [path, other, time] = [join(folder, 'file'), join(folder, 'other'), new Date('2026-03-08T12:00:00Z')]
  for (const each of [path, other]) {
    await writeFile(each, 'words')
    await utimes(each, time, time)
  }
  const first = await fileStamp(path)
  await rename(other, path)
  expect(await fileStamp(path)).not.toBe(first)
})

test('P11 a reason is a phrase for the user, whatever was thrown', () => {
  expect(reasonOf(Object.assign(new Error('ENOSPC: …'), { code: 'ENOSPC' }))).toBe('the disk is full')
  expect(reasonOf(new Error('wrote 3 of 5 bytes'))).toBe('wrote 3 of 5 bytes')
  expect(reasonOf({})).toBe('the reason is unknown')
})

test('a copy of a file with the longest name has a name that the file system accepts', async () => {
  const folder = await temporaryFolder()
  for (const stem of ['n'.repeat(250), 'ŋ'.repeat(125), '🧭'.repeat(62)]) {
    const path = join(folder, `${stem}.json`)
    await writeFile(path, stem)
    const copy = nameBeside(path, 'changed elsewhere')
    await copyDurably(path, copy)
    expect(await readFile(copy, 'utf8')).toBe(stem)
    expect(basename(copy).startsWith(beginningBeside(path, 'changed elsewhere'))).toBe(true)
    expect(copy).toMatch(/ \(changed elsewhere .*\)\.json$/)
  }
  expect(nameBeside(join(folder, 'a.counterpoint'), 'damaged')).toMatch(/\/a \(damaged .*\)\.counterpoint$/)
})
