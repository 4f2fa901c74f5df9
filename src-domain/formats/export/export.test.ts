import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Project } from '../../document/project'
import { load } from '../../document/load'
import { save } from '../../document/save'
import { exportEnv as env } from '../../testing/export-env'
import { fullMap } from '../../testing/full-map'
import { sampleProject } from '../../testing/sample'
import { readProjectJson } from '../import/project-json'
import { EXPORT_FORMATS, exportFormatNamed } from './catalogue'
import { leavesOut } from './left-out/left-out'
import { richSample } from './testing/rich-sample'
import type { ExportRequest } from './writer'
import { EXPORT_WRITERS } from './writers'
import { DEFAULT_LOOK } from './picture-options'

const project = sampleProject()
const [first, second] = [...project.maps.keys()]
const request: ExportRequest = { project, map: first!, ...DEFAULT_LOOK }

const rich = richSample()

test.each(EXPORT_FORMATS)('P2 P10 $name writes the expected sample', async ({ name, extension }) => {
  const content = await EXPORT_WRITERS[name]({ ...request, ...rich }, env)
  // Bytes are compared by the tests of their format, and a project's file by the fixtures of its version.
  if (typeof content === 'string' && extension !== 'json')
    await expect(content).toMatchFileSnapshot(`samples/${name}.${extension}`)
  else expect(content.length).toBeGreaterThan(100)
})

test.each(EXPORT_FORMATS.filter((format) => leavesOut(format).length === 0))(
  'P9 $name, which leaves nothing out, restores any project',
  async ({ name }) => {
    const givesBack = async (written: Project, map: string) => {
      const loaded = load(String(await EXPORT_WRITERS[name]({ ...request, project: written, map }, env)))
      expect(loaded.ok && save(loaded.project)).toBe(save(written))
    }
    await givesBack(rich.project, rich.map)
    await fc.assert(
      fc.asyncProperty(fullMap(), (full) => givesBack(full.project, full.map)),
      { numRuns: 25 },
    )
  },
)

test('P9 a format that leaves something out lists it, each thing once', () => {
  for (const format of EXPORT_FORMATS) {
    const listed = leavesOut(format)
    expect(new Set(listed).size, format.name).toBe(listed.length)
    for (const words of listed) expect(words, format.name).toMatch(/^\S.*[^\s.;]$/)
  }
})

test('every format has a unique name and is found by it', () => {
  for (const format of EXPORT_FORMATS) expect(exportFormatNamed(format.name)).toBe(format)
  expect(exportFormatNamed('__proto__')).toBeUndefined()
})

test('the file of a map has its claims, the relations between them, their passages and articles, and no others', async () => {
  const file = async (map: string) =>
    JSON.parse(String(await EXPORT_WRITERS['map-json']({ ...request, map }, env))) as Record<
      string,
      unknown[]
    >
  const whole = await file(first!)
  expect([
    whole['claims']!.length,
    whole['relations']!.length,
    whole['excerpts']!.length,
    whole['sources']!.length,
  ]).toEqual([4, 4, 2, 1])
  const small = await file(second!)
  expect([
    small['claims']!.length,
    small['relations']!.length,
    small['excerpts']!.length,
    small['sources']!.length,
  ]).toEqual([1, 0, 0, 0])
  expect(small).toMatchObject({ title: 'Second', maps: [{ id: second }] })
})

test('an exported project or map can be imported', async () => {
  for (const format of EXPORT_FORMATS.filter(({ name }) => ['map-json', 'project-json'].includes(name))) {
    const text = String(await EXPORT_WRITERS[format.name](request, env))
    const read = readProjectJson({ fileName: 'a.json', text, encoding: 'UTF-8' })
    expect(read).toEqual({ kind: 'project', file: text })
  }
})
