import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { save } from '#domain/document/save'
import { Builder } from '#domain/testing/build'
import { temporaryFolder } from '#host/testing/folder'
import { runCli } from './run'
import { jsonLine } from './visible-terminal'

/** Clears the screen, in two spellings, and turns the direction of writing. */
const CONTROLS = ['\u001b', '\u009b', '\u202e']
const EVIL = 'Title\u001b[2J\u009b2J\u202egnp'

test.each([
  ['check', []],
  ['export', ['--format', 'report-markdown']],
  ['export', ['--format', 'claims-csv']],
  ['export', ['--format', 'project-json']],
  ['weigh', []],
  ['weigh', ['--json']],
])('no title reaches the terminal as an escape sequence: %s %j', async (name, rest) => {
  const folder = await temporaryFolder()
  const builder = new Builder(EVIL)
  builder.claim(EVIL, builder.map)
  const path = join(folder, `${EVIL}.json`)
  await writeFile(path, save(builder.project))
  const lines: string[] = []
  const hear = (line: string) => void lines.push(line)
  const give = (bytes: Uint8Array) => Promise.resolve(hear(Buffer.from(bytes).toString()))
  for (const file of [path, `${path} gone`])
    await runCli([name, file, '--data-dir', folder, ...rest], {
      ...{ say: hear, complain: hear, give, isScreen: true },
    })
  expect(lines.length).toBeGreaterThan(1)
  for (const control of CONTROLS) expect(lines.join('\n')).not.toContain(control)
})

test('JSON for other programs has the same values', () => {
  const value = { [EVIL]: [EVIL, 'line\nbreak', '🧭\u{e0041}'] }
  expect(JSON.parse(jsonLine(value))).toEqual(value)
  for (const control of [...CONTROLS, '\u{e0041}']) expect(jsonLine(value)).not.toContain(control)
})
