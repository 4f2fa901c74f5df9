import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filePreview } from '../../importing/file-preview'
import { exportEnv } from '../../testing/export-env'
import { DEFAULT_LOOK } from '../export/picture-options'
import { EXPORT_WRITERS } from '../export/writers'
import type { InterchangeName } from './catalogue'
import type { ReadChoices } from './choices'
import { emptyProject, fileRead, withFile } from './testing/read'

const read = (name: InterchangeName, file: string, choices?: ReadChoices) =>
  fileRead(
    name,
    readFileSync(join(import.meta.dirname, name, 'samples', file), 'utf8'),
    file,
    undefined,
    choices,
  )

const kinds = async (name: InterchangeName, file: string, choices?: ReadChoices) => {
  const { project } = await read(name, file, choices)
  return [...project.relations.values()].map(({ kind }) => kind).sort()
}

test('arrows whose label says no kind are what was chosen', async () => {
  const support = await kinds('canvas', 'obsidian-plain.canvas')
  const attack = await kinds('canvas', 'obsidian-plain.canvas', { arrows: 'attack' })
  const none = await kinds('canvas', 'obsidian-plain.canvas', { arrows: 'none' })
  const open = support.length - none.length
  expect(open).toBeGreaterThan(0)
  const count = (list: readonly string[], kind: string) => list.filter((each) => each === kind).length
  expect(count(attack, 'attack')).toBe(count(support, 'attack') + open)
})

test('topics under another are reasons if that was chosen, and the branches no groups', async () => {
  const part = await read('opml', 'outline.opml')
  const reason = await read('opml', 'outline.opml', { outline: 'reason' })
  expect([part.project.relations.size, part.project.groups.size > 0]).toEqual([0, true])
  expect(reason.project.groups.size).toBe(0)
  const named = part.report.find(({ type }) => type === 'edge:outline')!
  expect(reason.project.relations.size).toBe(named.count)
  expect(reason.report).toContainEqual(
    expect.objectContaining({ type: 'edge:taken-as-reason', ids: named.ids }),
  )
})

test('a claim and its restatement are one if that was chosen, and the file is written again as it was', async () => {
  const apart = await read('aif', 'nodeset-dialogue.json')
  const one = await read('aif', 'nodeset-dialogue.json', { rephrases: 'one' })
  expect(one.project.claims.size).toBe(apart.project.claims.size - 1)
  const joined = [...one.project.claims.values()].find(({ foreign = [] }) => foreign.length > 1)!
  expect(joined.note).toMatch(/^“.+”$/)
  expect(joined.tags).not.toContain('restated')
  const project = withFile(emptyProject(), one.file)
  const map = [...project.maps.keys()].at(-1)!
  const [origin] = project.origins.values()
  expect(origin?.choices).toEqual({ rephrases: 'one' })
  expect(await EXPORT_WRITERS.aif({ project, map, ...DEFAULT_LOOK }, exportEnv)).toBe(origin?.content)
})

test.each([
  ['canvas', 'obsidian-plain.canvas', ['arrows']],
  ['opml', 'outline.opml', ['outline']],
  ['aif', 'nodeset-dialogue.json', ['rephrases']],
  ['argdown', 'own-relations.argdown', []],
] as const)('the preview of %s has counts, losses and choices', async (name, file, choices) => {
  const { file: text, project, report } = await read(name, file)
  const preview = filePreview(text)!
  expect(preview.counts).toContain(`${project.claims.size} claims`)
  expect([preview.losses, preview.choices, preview.again.format]).toEqual([report, choices, name])
  const { again } = preview
  const twice = await fileRead(name, again.text, again.fileName)
  expect([...twice.project.claims.keys()]).toEqual([...project.claims.keys()])
  expect([...project.claims.keys()].every((id) => id.startsWith(again.hash))).toBe(true)
})

test('a project of Counterpoint has no preview', async () => {
  const { file } = await read('aif', 'nodeset-basic.json')
  const project = withFile(emptyProject(), file)
  const text = await EXPORT_WRITERS['project-json']({ project, map: '', ...DEFAULT_LOOK }, exportEnv)
  expect(filePreview(String(text))).toBeUndefined()
})
