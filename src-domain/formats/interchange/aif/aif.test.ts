import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Project } from '../../../document/project'
import { exportEnv } from '../../../testing/export-env'
import { UnreadableError } from '../../import/format'
import { DEFAULT_LOOK } from '../../export/picture-options'
import { fittingFormats } from '../recognise'
import { emptyProject, fileRead, withFile } from '../testing/read'
import { writeAif, writeOva } from './write-aif'

const SAMPLES = join(import.meta.dirname, 'samples')
const names = readdirSync(SAMPLES)
const sample = (name: string) => readFileSync(join(SAMPLES, name), 'utf8')

const written = async (project: Project, writer = writeAif) =>
  String(await writer({ project, map: [...project.maps.keys()].at(-1)!, ...DEFAULT_LOOK }, exportEnv))

const typed = (report: readonly { type?: string | undefined; count: number }[]) =>
  Object.fromEntries(report.map(({ type, count }) => [type, count]))

/** The number of values that differ between two JSON values. */
function differences(a: unknown, b: unknown): number {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return a === b ? 0 : 1
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>]
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].reduce((sum, key) => sum + differences(one[key], other[key]), 0)
}

/** Claims, relations, those on relations, those with several premises, and passages. */
const figures = ({ claims, relations, excerpts }: Project) => {
  const all = [...relations.values()]
  return [
    claims.size,
    all.length,
    all.filter(({ targetType }) => targetType === 'relation').length,
    all.filter(({ premises }) => premises.length > 1).length,
    excerpts.size,
  ]
}

test.each([
  ['araucaria-style.json', [5, 3, 0, 1, 0], { 'step:no-target': 1 }],
  ['mutual-conflict.json', [2, 2, 0, 0, 0], {}],
  ['nodeset-basic.json', [6, 4, 0, 1, 0], {}],
  ['nodeset-dialogue.json', [5, 2, 1, 0, 5], { 'node:L': 5, 'node:YA': 8, 'node:TA': 4, 'node:MA': 1 }],
  ['nodeset-undercut.json', [6, 5, 4, 1, 0], {}],
  ['ova2.json', [3, 2, 0, 0, 1], {}],
  ['ova3-mixed-ids.json', [2, 1, 0, 0, 1], { 'node:L': 2, 'node:YA': 2 }],
  ['ova3-save.json', [5, 3, 2, 1, 4], {}],
  ['xaif-null-lists.json', [2, 1, 0, 0, 2], { 'node:L': 2, 'node:YA': 2 }],
  ['xaif-string.json', [2, 1, 0, 0, 0], {}],
  [
    'nodeset-quirks.json',
    [6, 4, 0, 0, 0],
    {
      'node:double': 1,
      'node:MA': 1,
      'node:PA': 1,
      'node:XX': 1,
      'edge:dangling': 2,
      'edge:double': 1,
      'edge:reason-for-itself': 1,
      'step:no-premise': 1,
      'step:no-target': 1,
      'wording:empty': 1,
    },
  ],
])('P10 %s is read as what it holds, and the rest is named', async (name, expected, named) => {
  const { project, report } = await fileRead('aif', sample(name))
  expect(figures(project)).toEqual(expected)
  expect(typed(report)).toEqual(named)
})

describe.each(names)('%s', (name) => {
  test('is recognised by its content', () => {
    expect(fittingFormats(name, sample(name))[0]).toBe('aif')
  })

  test('P9 is written again as the same text', async () => {
    const { file } = await fileRead('aif', sample(name), name)
    expect(await written(withFile(emptyProject(), file))).toBe(sample(name))
  })

  test('makes no second claims when it is read twice', async () => {
    const { file, project } = await fileRead('aif', sample(name), name)
    const twice = withFile(withFile(emptyProject(), file), file)
    expect(figures(twice)).toEqual(figures(project))
    expect([twice.maps.size, twice.origins.size]).toEqual([2, 1])
  })

  test('P9 is written with one difference after one claim was reworded', async () => {
    const { file } = await fileRead('aif', sample(name), name)
    const project = withFile(emptyProject(), file)
    const [claim] = project.claims.values()
    const text = 'Other words'
    const changed = { ...project, claims: new Map(project.claims).set(claim!.id, { ...claim!, text }) }
    const again = await fileRead('aif', await written(changed), name)
    // OVA2 has a copy of each node in its edges.
    if (name !== 'ova2.json')
      expect(differences(JSON.parse(sample(name)), JSON.parse(await written(changed)))).toBe(1)
    const wordings = ({ claims }: Project) => [...claims.values()].map((each) => each.text).sort()
    expect(wordings(again.project)).toEqual(wordings(changed))
    expect(figures(again.project)).toEqual(figures(project))
  })

  test('P9 is written for OVA and for AIFdb from its records alone', async () => {
    const { file } = await fileRead('aif', sample(name), name)
    const { project } = await fileRead('aif', sample(name), name)
    const map = [...project.maps.values()][0]!
    const made = {
      ...project,
      maps: new Map([[map.id, { ...map, foreign: undefined }]]),
    } as unknown as Project
    for (const writer of [writeAif, writeOva]) {
      const again = await fileRead('aif', await written(made, writer), name)
      const [claims, relations, onSteps, linked] = figures(project)
      expect(figures(again.project).slice(0, 4)).toEqual([claims, relations, onSteps, linked])
    }
    expect(file).toContain('"origins"')
  })
})

const aif = (nodes: unknown[], edges: unknown[] = []) => JSON.stringify({ nodes, edges })
const node = (nodeID: unknown, type = 'I', text = `Words of ${String(nodeID)}`) => ({ nodeID, type, text })
const edge = (fromID: unknown, toID: unknown) => ({ edgeID: 1, fromID, toID })

describe('a hostile file', () => {
  test('with steps in a circle names them', async () => {
    const file = aif(
      [node(1), node(2, 'CA'), node(3, 'CA'), node(4, 'RA')],
      [edge(1, 2), edge(2, 3), edge(1, 3), edge(3, 2), edge(1, 4), edge(4, 2)],
    )
    const { project, report } = await fileRead('aif', file)
    expect(figures(project)).toEqual([1, 0, 0, 0, 0])
    expect(typed(report)).toEqual({ 'step:runs-in-a-circle': 3 })
  })

  test('with ids such as __proto__ is read like any other', async () => {
    const file = aif(
      [node('__proto__'), node('constructor'), node('x', 'RA')],
      [edge('__proto__', 'x'), edge('x', 'constructor')],
    )
    const { project } = await fileRead('aif', file)
    expect(figures(project)).toEqual([2, 1, 0, 0, 0])
    expect(await written(withFile(emptyProject(), (await fileRead('aif', file)).file))).toBe(file)
  })

  test('P11 nested ten thousand levels deep is refused with a sentence', async () => {
    const deep = `{"nodes": [{"nodeID": 1, "x": ${'['.repeat(10_000)}${']'.repeat(10_000)}}]}`
    await expect(fileRead('aif', deep)).rejects.toThrow(
      new UnreadableError('The file was refused: it is nested too deeply.'),
    )
    expect(() => fittingFormats('a.json', deep)).toThrow(/nested too deeply/)
  })

  test('with an undercut of an undercut, ten thousand deep, is read and written again', async () => {
    const steps = Array.from({ length: 10_000 }, (_, at) => at + 10)
    const file = aif(
      [node(1), node(2), ...steps.map((id) => node(id, 'CA'))],
      [...steps.map((id) => edge(2, id)), ...steps.map((id) => edge(id, id === 10 ? 1 : id - 1))],
    )
    const { file: project } = await fileRead('aif', file)
    expect(await written(withFile(emptyProject(), project))).toBe(file)
  })

  test('without nodes, or with other values where lists and words should be, is refused or read as empty', async () => {
    await expect(fileRead('aif', '{"AIF": {}}')).rejects.toThrow(/without a list of nodes/)
    await expect(fileRead('aif', '{"AIF": "no JSON"}')).rejects.toThrow(/not JSON/)
    const odd = JSON.stringify({
      nodes: [null, 7, { nodeID: { a: 1 }, text: [], type: 3 }],
      edges: 'x',
      locutions: {},
      text: 5,
    })
    expect(figures((await fileRead('aif', odd)).project)).toEqual([0, 0, 0, 0, 0])
  })
})
