import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/folder'
import { errorEntry, reportOf } from './error-entry'
import { LogFile } from './log-file'

const SECRET = 'The minister took the money'

const entryOf = (error: unknown) => errorEntry('2026-01-01T00:00:00Z', '0.1.0 browser', reportOf(error))

test('an entry says when, which version, what failed and where', () => {
  expect(entryOf(new TypeError('x is not a function'))).toMatch(
    /^2026-01-01T00:00:00Z 0\.1\.0 browser TypeError: x is not a function\n {2}at log\.test\.ts:\d+:\d+\n/,
  )
})

test.each([
  `“${SECRET}” was not found`,
  `Unexpected token 'T', "${SECRET}"... is not valid JSON`,
  `it failed\n${SECRET}`,
  `it failed\n    at ${SECRET} a.js:1:1`,
  `an open quote "${SECRET}`,
])('no text of a project gets into an entry (%#)', (message) => {
  expect(entryOf(new Error(message))).not.toContain(SECRET)
  expect(entryOf(Object.assign(new Error('x'), { name: SECRET }))).not.toContain(SECRET)
  expect(entryOf(SECRET)).not.toContain(SECRET)
})

test('a full log starts a new file; two older ones stay, and only the owner can read them', async () => {
  const folder = await temporaryFolder()
  const log = new LogFile(join(folder, 'counterpoint.log'), 10)
  for (const entry of ['one', 'two', 'three', 'four', 'five', 'six', 'seven']) log.write(entry)
  const names = (await readdir(folder)).sort()
  expect(names).toEqual(['counterpoint.log', 'counterpoint.log.1', 'counterpoint.log.2'])
  expect(await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).toEqual([
    'six\nseven\n',
    'four\nfive\n',
    'three\n',
  ])
  if (process.platform === 'win32') return
  for (const name of names) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
})

test('a log that cannot be written stops nothing', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'file'), '')
  expect(() => new LogFile(join(folder, 'file', 'counterpoint.log')).write('one')).not.toThrow()
})
