import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, it } from 'vitest'
import { save } from '#domain/document/save'
import { sampleProject } from '#domain/testing/sample'
import { commandLine } from './testing/command-line'

const { at, counterpoint } = commandLine()

/** Every way to name a file. `good` is a project, `bad` the file in question. */
const WAYS: readonly (readonly [string, (bad: string, good: string) => string[]])[] = [
  ['check', (bad) => ['check', bad]],
  ['export', (bad) => ['export', bad, '--format', 'claims-csv']],
  ['weigh', (bad) => ['weigh', bad]],
  ['convert', (bad) => ['convert', bad, `${bad}.argdown`]],
  ['import', (bad, good) => ['import', '--project', good, bad]],
  ['import into it', (bad, good) => ['import', '--project', bad, good]],
  ['merge, mine', (bad, good) => ['merge', bad, good]],
  ['merge, mine, into another file', (bad, good) => ['merge', bad, good, '--out', `${bad}.out`]],
  ['merge, theirs', (bad, good) => ['merge', good, bad]],
  ['merge, base', (bad, good) => ['merge', good, good, '--base', bad]],
  ['agreement, mine', (bad, good) => ['agreement', bad, good]],
  ['agreement, theirs', (bad, good) => ['agreement', good, bad]],
  ['check-update', (bad, good) => ['check-update', bad, '--key', good]],
  ['check-update, key', (bad, good) => ['check-update', good, '--key', bad]],
]

beforeEach(async () => {
  for (const name of ['good.json', 'good.json.sig', 'bad.json.sig', 'null.sig'])
    await writeFile(at(name), save(sampleProject()))
})

it.each(WAYS)('a file of gigabytes is refused for its size and not read: %s', async (_, args) => {
  const file = await open(at('bad.json'), 'w')
  // It has a length and no content, and takes no room on the disk.
  await file.truncate(3 * 1024 ** 3)
  await file.close()
  const { code, complained } = await counterpoint(...args(at('bad.json'), at('good.json')))
  expect(code).toBe(1)
  expect(complained.join('\n')).toMatch(/larger than Counterpoint|more than the limit|has more than \d+ MB/)
})

it.each(WAYS)('a folder, or a file that is gone, is said in a sentence: %s', async (_, args) => {
  for (const bad of [join(at('gone'), 'bad.json'), at('')]) {
    const { code, complained } = await counterpoint(...args(bad, at('good.json')))
    expect([1, 2]).toContain(code)
    expect(complained.join('\n')).toMatch(/^counterpoint: /)
    expect(complained.join('\n')).not.toContain('this is a bug')
  }
})
