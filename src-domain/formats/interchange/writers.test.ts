import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mapAlone } from '../../document/map-alone'
import type { Project } from '../../document/project'
import { exportEnv } from '../../testing/export-env'
import { fullMap } from '../../testing/full-map'
import type { ExportFormatName } from '../export/catalogue'
import { DEFAULT_LOOK } from '../export/picture-options'
import { writable } from '../export/picture/svg-xml'
import { EXPORT_WRITERS } from '../export/writers'
import { readAgxml } from './agxml/read-agxml'
import type { InterchangeName } from './catalogue'
import { emptyProject, fileRead, withFile } from './testing/read'

const WRITTEN: readonly (readonly [InterchangeName, ExportFormatName])[] = [
  ['sadface', 'sadface'],
  ['agxml', 'agxml'],
  ['argdown', 'argdown'],
  ['canvas', 'json-canvas'],
  ['kialo', 'kialo'],
  ['hypothesis', 'hypothesis'],
  ['web-annotation', 'web-annotation'],
]

/** Files of text lines; the others are JSON. */
const OF_LINES: readonly InterchangeName[] = ['agxml', 'kialo', 'argdown']

const written = async (name: ExportFormatName, project: Project) =>
  String(
    await EXPORT_WRITERS[name](
      { project, map: [...project.maps.keys()].at(-1) ?? '', ...DEFAULT_LOOK },
      exportEnv,
    ),
  )

const samples = WRITTEN.flatMap(([name, format]) =>
  readdirSync(join(import.meta.dirname, name, 'samples'))
    .filter(
      (file) => !/to-be-refused|broken|\.csv$/.test(file) && (name === 'kialo' || !file.endsWith('.txt')),
    )
    .map((file) => [name, format, file] as const),
)

/** What is new in a file: the paths of the values of JSON, else lines. */
function differences(name: InterchangeName, before: string, after: string): string[] {
  if (!OF_LINES.includes(name)) return pathsThatDiffer(JSON.parse(before), JSON.parse(after), '')
  const known = new Set(before.split('\n'))
  return after.split('\n').filter((line) => !known.has(line))
}

function pathsThatDiffer(one: unknown, other: unknown, path: string): string[] {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other ? [] : [path]
  const [a, b] = [
    new Map<string, unknown>(Object.entries(one)),
    new Map<string, unknown>(Object.entries(other)),
  ]
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) =>
    pathsThatDiffer(a.get(key), b.get(key), `${path}/${key}`),
  )
}

describe.each(samples)('%s as %s: %s', (name, format, file) => {
  test('P9 is the same text if nothing was changed, and says the same if it is written anew', async () => {
    const text = readFileSync(join(import.meta.dirname, name, 'samples', file), 'utf8')
    const { file: read } = await fileRead(name, text, file)
    const project = withFile(emptyProject(), read)
    expect(await written(format, project)).toBe(text)
    const [claim] = project.claims.values()
    if (!claim) return
    const claims = new Map(project.claims).set(claim.id, { ...claim, text: 'Other words' })
    const anew = await written(format, { ...project, claims })
    expect(anew).not.toBe(text)
    // Its first claim is the words of two units, which both stay.
    const changed = file === 'dev_a03.xml' ? 2 : 1
    expect(differences(name, text, anew)).toHaveLength(changed)
    const again = await fileRead(name, anew, file)
    expect(again.project.claims.size).toBeGreaterThanOrEqual(project.claims.size)
    expect([...again.project.claims.values()].map((each) => each.text)).toContain('Other words')
  })
})

test('a new passage goes into SADFace, and a new colour into a canvas', async () => {
  const read = async (name: InterchangeName, file: string) => {
    const text = readFileSync(join(import.meta.dirname, name, 'samples', file), 'utf8')
    return withFile(emptyProject(), (await fileRead(name, text, file)).file)
  }
  const sadface = await read('sadface', 'v0.2.json')
  const [passage] = sadface.excerpts.values()
  const added = { ...passage!, id: 'added', start: 9, end: 13, exact: 'word', foreign: [] }
  const excerpts = new Map(sadface.excerpts).set('added', added)
  expect(await written('sadface', { ...sadface, excerpts })).toContain('"offset": 9')
  const canvas = await read('canvas', 'obsidian-plain.canvas')
  const [card] = canvas.placements.values()
  const placements = new Map(canvas.placements).set(card!.id, { ...card!, colour: 'violet' })
  expect(await written('json-canvas', { ...canvas, placements })).not.toBe(
    await written('json-canvas', canvas),
  )
})

test('P9 AGXML has the wording of every claim, and every step that it has a form for', async () => {
  await fc.assert(
    fc.asyncProperty(fullMap(), async ({ project, map }) => {
      const text = String(await EXPORT_WRITERS.agxml({ project, map, ...DEFAULT_LOOK }, exportEnv))
      const { claims, steps } = readAgxml({ text, fileName: 'a.xml' })
      const alone = mapAlone(project, map)
      expect(claims.map((claim) => claim.text)).toEqual(
        [...alone.claims.values()].map((claim) => writable(claim.text)),
      )
      const premises = [...alone.relations.values()].filter(({ targetType }) => targetType === 'claim')
      const onClaims = steps.filter(({ target }) => target.type === 'claim')
      expect(onClaims.map((step) => step.premises.length)).toEqual(
        premises.map((relation) => relation.premises.length),
      )
    }),
    { numRuns: 25 },
  )
})
