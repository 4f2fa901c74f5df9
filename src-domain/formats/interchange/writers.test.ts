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
]

const written = async (name: ExportFormatName, project: Project) =>
  String(
    await EXPORT_WRITERS[name](
      { project, map: [...project.maps.keys()].at(-1)!, ...DEFAULT_LOOK },
      exportEnv,
    ),
  )

const samples = WRITTEN.flatMap(([name, format]) =>
  readdirSync(join(import.meta.dirname, name, 'samples'))
    .filter((file) => !/to-be-refused|broken|\.txt$/.test(file))
    .map((file) => [name, format, file] as const),
)

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
    const again = await fileRead(name, anew, file)
    expect(again.project.claims.size).toBeGreaterThanOrEqual(project.claims.size)
    expect([...again.project.claims.values()].map((each) => each.text)).toContain('Other words')
  })
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
