import { readFileSync } from 'node:fs'
import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { temporaryFolder } from '../testing/folder'
import { ErrorLog } from './error-log'
import { LogFile } from './log-file'

/** A sentence of an article. */
const SECRET = 'The minister took the money'

/** What the log holds after an error. */
async function logged(report: (log: ErrorLog) => void): Promise<string> {
  const log = new ErrorLog(await temporaryFolder(), '0.1.0 browser')
  report(log)
  return readFile(log.path, 'utf8')
}

/** What a piece of code throws. */
function thrownBy(code: () => unknown): unknown {
  try {
    code()
  } catch (error) {
    return error
  }
  throw new Error('it did not throw')
}

test('an entry has the time, the version, the error and its place', async () => {
  const error = thrownBy(() => {
    throw new SyntaxError('a word of an article')
  })
  expect(await logged((log) => log.record(error))).toMatch(
    /^\d{4}-\d\d-\d\dT\S+Z 0\.1\.0 browser SyntaxError: \(message left out\)\n {2}at log\.test\.ts:\d+:\d+\n/,
  )
})

test.each([
  'document.querySelector is not a function',
  'Cannot read properties of undefined',
  'Maximum call stack size exceeded',
  'https://svelte.dev/e/each_key_duplicate',
])('an entry keeps a message that cannot quote a document: %s', async (message) => {
  expect(await logged((log) => log.record(new TypeError(message)))).toContain(`TypeError: ${message}\n`)
})

test('of a system error, an entry keeps the code, but no path or title', async () => {
  const error = thrownBy(() => readFileSync(join('/nowhere', `${SECRET}.json`)))
  const entry = await logged((log) => log.record(error))
  expect(entry).toContain('Error: ENOENT\n')
  expect(entry).not.toContain(SECRET)
})

test.each([
  ['JSON', () => JSON.parse(SECRET) as unknown],
  ['a pattern', () => new RegExp(`${SECRET}(`)],
  ['a number', () => BigInt(SECRET)],
  ['a time zone', () => new Intl.DateTimeFormat('en', { timeZone: SECRET })],
  ['entries', () => Reflect.construct(Map, [[SECRET]]) as unknown],
  ['a prototype', () => Reflect.apply(Object.create, Object, [SECRET]) as unknown],
  ['a clone', () => structuredClone(Symbol(SECRET))],
  ['an address', () => new URL(SECRET)],
  ['a YAML document', () => parseYaml(`key: "${SECRET}`) as unknown],
])('no text of a document gets into the log when it is no %s', async (_what, code) => {
  const error = thrownBy(code)
  const entry = await logged((log) => log.record(error))
  expect(entry).toMatch(/Error: /)
  for (const word of SECRET.split(' ')) expect(entry).not.toContain(word)
})

test('no text of a document gets into the log, wherever it is in an error', async () => {
  const words = fc.stringMatching(/^[A-Z][a-z]{5,12}( [a-z]{5,12}){0,5}$/)
  const anyError = fc.record({
    name: fc.oneof(words, fc.constant('TypeError')),
    message: fc.oneof(
      words,
      words.map((text) => `“${text}” was not found`),
      words.map((text) => `it failed\n    at ${text} (app.js:1:1)`),
    ),
  })
  await fc.assert(
    fc.asyncProperty(words, anyError, async (text, { name, message }) => {
      const stack = `${name}: ${message}\n    at ${text} (app.js:1:1)\n${text}`
      const entry = await logged((log) => log.write({ name, message, stack }))
      const left = entry.replace(/^\S+ 0\.1\.0 browser (?:Type)?Error: \(message left out\)\n/, '')
      expect(left.replaceAll('  at app.js:1:1\n', '')).toBe('')
    }),
    { numRuns: 50 },
  )
})

test('a thrown value that is not an error is logged by its type', async () => {
  const entry = await logged((log) => log.record(SECRET))
  expect(entry).toMatch(/Error: a string was thrown\n$/)
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

test('the first entry creates the data folder', async () => {
  const log = new ErrorLog(join(await temporaryFolder(), 'new', 'Counterpoint'), '0.1.0 command line')
  log.record(new Error('x'))
  expect(await readFile(log.path, 'utf8')).toContain('0.1.0 command line Error')
})

test('a log that cannot be written has no other effect', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'file'), '')
  expect(() => new LogFile(join(folder, 'file', 'counterpoint.log')).write('one')).not.toThrow()
})
