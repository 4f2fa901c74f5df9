import { expect, test } from 'vitest'
import { load } from '../../document/load'
import { save } from '../../document/save'
import { exportEnv as env } from '../../testing/export-env'
import { sampleProject } from '../../testing/sample'
import { readProjectJson } from '../import/project-json'
import { EXPORT_FORMATS, exportFormatNamed } from './catalogue'
import type { ExportRequest } from './writer'
import { EXPORT_WRITERS } from './writers'
import { DEFAULT_LOOK } from './picture-options'

const project = sampleProject()
const [first, second] = [...project.maps.keys()]
const request: ExportRequest = { project, map: first!, ...DEFAULT_LOOK }

test.each(EXPORT_FORMATS)(
  'P9 P10 $name writes the sample, and is lossless or lists what it leaves out',
  async (format) => {
    const content = await EXPORT_WRITERS[format.name](request, env)
    expect(content.length).toBeGreaterThan(100)
    if (format.leavesOut.length > 0) return
    const loaded = load(String(content))
    expect(loaded.ok && save(loaded.project)).toBe(save(project))
  },
)

test('every format has a name of its own, by which it is found', () => {
  for (const format of EXPORT_FORMATS) expect(exportFormatNamed(format.name)).toBe(format)
  expect(exportFormatNamed('__proto__')).toBeUndefined()
})

test('a map’s file has its claims, the steps among them, their passages and articles, and no others', async () => {
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

test('what was exported as JSON can be imported', async () => {
  for (const format of EXPORT_FORMATS.filter(({ extension }) => extension === 'json')) {
    const text = String(await EXPORT_WRITERS[format.name](request, env))
    const read = readProjectJson({ fileName: 'a.json', text, encoding: 'UTF-8' })
    expect(read).toEqual({ kind: 'project', file: text })
  }
})
