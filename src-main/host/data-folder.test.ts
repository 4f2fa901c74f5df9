import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join } from 'node:path'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { defaultDataFolder, freshProjectPath, safeName } from './data-folder'
import { temporaryFolder } from './testing/folder'

test.each([
  ['a title as it is', 'S-400: hedging or bribery?', 'S-400 hedging or bribery'],
  ['no way out of the folder', '../../etc/passwd', 'etc passwd'],
  ['no separators of any system', 'a/b\\c', 'a b c'],
  ['no control characters', 'a\0b\nc\u202ed', 'a b c d'],
  ['no dots at the ends', '...hidden. ', 'hidden'],
  ['one form of a letter', 'e\u0301', 'é'],
  ['no names that Windows keeps', 'con', '_con'],
  ['not with an ending either', 'LPT1.txt', '_LPT1.txt'],
  ['but words that begin so', 'Consequences', 'Consequences'],
  ['nothing of nothing', '///', ''],
  ['no half of a pair at the cut', `${'x'.repeat(59)}🧭`, 'x'.repeat(59)],
])('a title becomes a file name with %s', (_case, title, name) => {
  expect(safeName(title)).toBe(name)
})

test('for any title, the file name is stable, well formed, and short enough for its copies', () => {
  const title = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: fc.constantFrom('中', '🧭', '.', ' ', 'a'), maxLength: 300 }),
  )
  fc.assert(
    fc.property(title, (given) => {
      const name = safeName(given)
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(190)
      expect(name.isWellFormed()).toBe(true)
      expect(name).not.toMatch(/[\\/\0]|^[. ]|[. ]$/)
      expect(safeName(name)).toBe(name)
    }),
  )
})

test('an empty variable of the environment does not put the data into the current folder', () => {
  for (const name of ['XDG_CONFIG_HOME', 'APPDATA']) vi.stubEnv(name, '')
  expect(isAbsolute(defaultDataFolder())).toBe(true)
  vi.unstubAllEnvs()
})

test('a new project gets a file name that is unique without regard to case', async () => {
  const folder = await temporaryFolder()
  const names = ['Report', 'report', 'REPORT', '///', '']
  for (const title of names) await writeFile(await freshProjectPath(folder, title), '')
  expect((await readdir(join(folder, 'projects'))).sort()).toEqual([
    'Project 2.json',
    'Project.json',
    'REPORT 3.json',
    'Report.json',
    'report 2.json',
  ])
})

test('the file of any title can be written, and is in the folder', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'projects'))
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 120 }), async (title) => {
      const path = await freshProjectPath(folder, title)
      expect(dirname(path)).toBe(join(folder, 'projects'))
      await writeFile(path, '', { flag: 'wx' })
      expect(await readdir(dirname(path))).toContain(basename(path))
    }),
    { numRuns: 60 },
  )
})
