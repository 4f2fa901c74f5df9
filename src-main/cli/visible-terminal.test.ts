import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { save } from '#domain/document/save'
import { Builder } from '#domain/testing/build'
import { testEnv } from '#domain/testing/env'
import { temporaryFolder } from '#host/testing/folder'
import { runCli } from './run'
import { sayJson } from './visible-terminal'

/** Clears the screen, in two spellings, and turns the direction of writing. */
const CONTROLS = ['\u001b', '\u009b', '\u202e']
const EVIL = 'Title\u001b[2J\u009b2J\u202egnp\nFORGED: all is well\rFORGED'
/** Stands for the path of a second copy of the project. */
const SECOND = 'SECOND'

test.each([
  ['check', []],
  ['export', ['--format', 'report-markdown']],
  ['export', ['--format', 'claims-csv']],
  ['export', ['--format', 'project-json']],
  ['weigh', []],
  ['weigh', ['--json']],
  ['merge', [SECOND]],
  ['merge', [SECOND, '--json']],
  ['agreement', [SECOND]],
  ['agreement', [SECOND, '--json']],
  ['convert', [`${SECOND}.argdown`]],
  ['import', ['--project', SECOND]],
  ['check-update', ['--key', SECOND]],
])('no title reaches the terminal as an escape sequence: %s %j', async (name, rest) => {
  const folder = await temporaryFolder()
  const builder = new Builder(EVIL)
  builder.claim(EVIL, builder.map)
  const path = join(folder, `${EVIL}.json`)
  const second = join(folder, `${EVIL} second.json`)
  for (const file of [path, second]) await writeFile(file, save(builder.project))
  const more = rest.map((each) => each.replace(SECOND, second))
  const lines: string[] = []
  const hear = (line: string) => void lines.push(line)
  const give = (bytes: Uint8Array) => Promise.resolve(hear(Buffer.from(bytes).toString()))
  for (const file of [path, `${path} gone`])
    await runCli([name, file, ...more, ...(/convert|update/.test(name) ? [] : ['--data-dir', folder])], {
      ...{ say: hear, complain: hear, give, isScreen: true },
    })
  expect(lines.length).toBeGreaterThan(1)
  for (const control of CONTROLS) expect(lines.join('\n')).not.toContain(control)
  expect(lines.join('\n')).not.toContain('\r')
  // What is exported has lines of its own.
  if (name !== 'export') expect(lines.join('\n')).not.toMatch(/^FORGED/m)
})

test('JSON for other programs has the same values', () => {
  const value = { [EVIL]: [EVIL, 'line\nbreak', '🧭\u{e0041}'] }
  const lines: string[] = []
  sayJson({ say: (line) => void lines.push(line) }, value)
  const json = lines.join('\n')
  expect(JSON.parse(json)).toEqual(value)
  for (const control of [...CONTROLS, '\u{e0041}']) expect(json).not.toContain(control)
})

test('help and JSON have their lines, and what is quoted in a sentence has none', async () => {
  const said: string[] = []
  const complained: string[] = []
  const plain = {
    say: (line: string) => void said.push(line),
    complain: (line: string) => void complained.push(line),
    give: () => Promise.resolve(),
    isScreen: true,
  }
  await runCli(['weigh', '--help'], plain)
  expect(said.length).toBeGreaterThan(10)
  await runCli(['check', 'one.json', 'two\nFORGED: valid'], plain)
  await runCli(['weigh', 'gone.json', '--semantics', 'qe\nFORGED'], plain)
  await runCli(['no\nFORGED'], plain)
  expect(complained.length).toBeGreaterThan(2)
  for (const line of [...said, ...complained]) expect(line).not.toContain('\n')
  expect(complained.at(-1)).toContain('no[U+000A]FORGED')
})

test('JSON of a merge has the words that the two files have', async () => {
  const folder = await temporaryFolder()
  const base = new Builder('Why?')
  const claim = base.claim('It was hedging', base.map)
  const paths: string[] = []
  for (const name of ['mine', 'theirs']) {
    const copy = new Builder('', testEnv(name))
    copy.project = base.project
    copy.run('claim.reword', { claim, text: `${name} ${EVIL}` })
    paths.push(join(folder, `${name}.json`))
    await writeFile(paths.at(-1)!, save(copy.project))
  }
  await writeFile(join(folder, 'base.json'), save(base.project))
  const lines: string[] = []
  const hear = (line: string) => void lines.push(line)
  const args = ['--base', join(folder, 'base.json'), '--json', '--data-dir', folder]
  await runCli(['merge', ...paths, ...args], {
    ...{ say: hear, complain: hear, give: () => Promise.resolve(), isScreen: true },
  })
  const { toDecide } = JSON.parse(lines.join('\n')) as { toDecide: unknown[] }
  const words = JSON.stringify(toDecide)
  expect(words).toContain(JSON.stringify(`mine ${EVIL}`).slice(1, -1))
  expect(words).toContain(JSON.stringify(`theirs ${EVIL}`).slice(1, -1))
})
