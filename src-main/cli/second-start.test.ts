import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#host/testing/folder'
import { handOver, receiveStarts } from './second-start'

const ADDRESS = 'http://127.0.0.1:4321/#token=abc'

/** A data folder with a running Counterpoint, and what it was asked to open. */
async function running() {
  const folder = await temporaryFolder()
  const opened: (string | null)[] = []
  const end = await receiveStarts(folder, (path) => {
    opened.push(path)
    return Promise.resolve(ADDRESS)
  })
  return { folder, opened, end, file: join(folder, 'running.json') }
}

test('a second start opens its project in the first', async () => {
  const { folder, opened, end } = await running()
  expect(await handOver(folder, '/home/a/“Why?”.counterpoint')).toBe(ADDRESS)
  expect(await handOver(folder, null)).toBe(ADDRESS)
  expect(opened).toEqual(['/home/a/“Why?”.counterpoint', null])
  await end()
  expect(await readdir(folder)).toEqual([])
  expect(await handOver(folder, '/a')).toBeUndefined()
})

test('only who can read the file of the user can have something opened', async () => {
  const { folder, opened, end, file } = await running()
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777).toBe(0o600)
  const own = await readFile(file, 'utf8')
  await writeFile(file, own.replace(/"key":"[^"]*"/, `"key":"${'0'.repeat(64)}"`))
  expect(await handOver(folder, '/a')).toBeUndefined()
  expect(opened).toEqual([])
  await writeFile(file, own)
  await end()
})

test('what a killed Counterpoint left does not count, and stays out of the way of the next', async () => {
  const { folder, end, file } = await running()
  const left = await readFile(file, 'utf8')
  await end()
  await writeFile(file, left)
  expect(await handOver(folder, '/a')).toBeUndefined()
  const endNext = await receiveStarts(folder, () => Promise.resolve(ADDRESS))
  expect(await handOver(folder, '/a')).toBe(ADDRESS)
  await endNext()
  for (const content of ['', '{', '{"socket":"../elsewhere","key":""}']) {
    await writeFile(file, content)
    expect(await handOver(folder, '/a')).toBeUndefined()
  }
})
