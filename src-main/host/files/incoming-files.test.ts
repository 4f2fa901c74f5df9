import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { IncomingFiles } from './incoming-files'
import { temporaryFolder } from '../testing/folder'

const MB = 1024 * 1024
const mine = String(process.pid)

async function held(now?: () => number) {
  const root = join(await temporaryFolder(), 'incoming')
  const files = new IncomingFiles(root, now)
  onTestFinished(() => files.close())
  return { root, files, there: () => readdir(join(root, mine)).catch(() => []) }
}

const refusal = (code: string, message: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(message) as string }) as Error

test('P8 pieces must be consecutive, and a file is read when it is complete', async () => {
  const { files } = await held()
  const key = await files.begin('a.pdf', 6)
  await files.part(key, 0, Buffer.from('one'))
  const misfit = refusal('bad-request', /out of order\. Import the file again/)
  for (const [at, bytes] of [
    [0, 'one'],
    [4, 'wo'],
    [3, 'more than said'],
    [3, 'four'],
    [3, ''],
  ] as const) {
    await expect(files.part(key, at, Buffer.from(bytes))).rejects.toThrow(misfit)
  }
  await expect(files.use(key, async () => 0)).rejects.toThrow(refusal('bad-request', /upload is incomplete/))
  await files.part(key, 3, Buffer.from('two'))
  expect(await files.use(key, async ({ path }) => (await stat(path)).size)).toBe(6)
})

test('only this user can read a received file, and it is deleted after it is read, dropped or fails', async () => {
  const { root, files, there } = await held()
  const [read, dropped, failed] = await Promise.all(
    ['a', 'b', 'c'].map((name) => files.begin(`${name}.txt`, 1)),
  )
  for (const key of [read, failed]) await files.part(key!, 0, Buffer.from('x'))
  expect((await stat(join(root, mine))).mode & 0o777).toBe(0o700)
  expect((await stat(join(root, mine, read!))).mode & 0o777).toBe(0o600)
  await files.use(read!, async () => undefined)
  await files.drop(dropped!)
  await expect(files.use(failed!, () => Promise.reject(new Error('damaged')))).rejects.toThrow('damaged')
  expect(await there()).toEqual([])
  await expect(files.part(read!, 1, Buffer.from('x'))).rejects.toThrow(
    refusal('not-found', /Import it again/),
  )
})

test('P11 files that are too large, too many or of no format are refused before they are sent', async () => {
  const { files, there } = await held()
  await expect(files.begin('a.docx', 51 * MB)).rejects.toThrow(
    refusal('too-large', /51 MB.* 50 MB.*\. Split it/),
  )
  await expect(files.begin('film.mp4', 9 * MB)).rejects.toThrow(refusal('unsupported', /cannot be imported/))
  await files.begin('a.pdf', 200 * MB)
  await files.begin('b.pdf', 200 * MB)
  const many = refusal('unavailable', /Import this one again when they are done/)
  await expect(files.begin('c.txt', 1)).rejects.toThrow(many)
  expect(await there()).toHaveLength(2)
})

test('P11 the ninth small file at once is refused', async () => {
  const { files, there } = await held()
  for (let at = 0; at < 8; at++) await files.begin(`${at}.txt`, 1)
  await expect(files.begin('8.txt', 1)).rejects.toThrow(refusal('unavailable', /when they are done/))
  expect(await there()).toHaveLength(8)
})

test('an incomplete file is deleted after a while', async () => {
  let now = 0
  const { files, there } = await held(() => now)
  const keys = await Promise.all(Array.from({ length: 8 }, (_, at) => files.begin(`${at}.txt`, 2)))
  now = 9 * 60_000
  await files.part(keys[0]!, 0, Buffer.from('x'))
  now = 12 * 60_000
  const next = await files.begin('next.txt', 2)
  expect((await there()).sort()).toEqual([keys[0]!, next].sort())
})

test('at the start, files of processes that have ended are deleted; those of running ones are not', async () => {
  const { root, files } = await held()
  const running = String(process.ppid)
  for (const name of [mine, running, '4194305', 'other']) {
    await mkdir(join(root, name), { recursive: true })
    await writeFile(join(root, name, 'left'), '')
  }
  await files.clear()
  expect(await readdir(root)).toEqual([running])
})
