import { beforeAll, describe, expect, test } from 'vitest'
import type { Project } from '../../document/project'
import { exportEnv } from '../../testing/export-env'
import { EXPORT_FORMATS, type ExportFormatName } from '../export/catalogue'
import { DEFAULT_LOOK } from '../export/picture-options'
import { EXPORT_WRITERS } from '../export/writers'
import { INTERCHANGE_FORMATS, type InterchangeName } from './catalogue'
import { fileRead } from './testing/read'
import { sampleProject, textsOf } from './testing/sample-project'

/** The formats that are written and read, by the names of their writers. */
const READ_AGAIN: Partial<Record<ExportFormatName, InterchangeName>> = {
  aif: 'aif',
  ova: 'aif',
  sadface: 'sadface',
  agxml: 'agxml',
  kialo: 'kialo',
  'json-canvas': 'canvas',
  argdown: 'argdown',
  qdpx: 'qdpx',
  'web-annotation': 'web-annotation',
  hypothesis: 'hypothesis',
}

const data = EXPORT_FORMATS.filter(({ kind }) => kind === undefined)

/** The formats with claims: a codebook has categories and tags alone. */
const WITH_CLAIMS = INTERCHANGE_FORMATS.filter(({ name }) => name !== 'qdc')

describe.each(WITH_CLAIMS)('$name', (format) => {
  let project: Project

  beforeAll(async () => {
    project = await sampleProject(format)
    expect(project.claims.size).toBeGreaterThan(0)
  })

  test.each(data)('P10 is converted to $name, which is read again', async ({ name: to }) => {
    const [map = ''] = project.maps.keys()
    const content = await EXPORT_WRITERS[to]({ project, map, ...DEFAULT_LOOK }, exportEnv)
    expect(content.length).toBeGreaterThan(0)
    if (to === 'brat') {
      const files = Object.entries(textsOf(content as Uint8Array))
      for (const [path, text] of files) if (path.endsWith('.ann')) await fileRead('brat', text, path)
    }
    const as = READ_AGAIN[to]
    if (!as) return
    const text = typeof content === 'string' ? content : JSON.stringify(textsOf(content))
    const again = await fileRead(as, text, `again.${to}`)
    // Hypothesis has passages of articles with an address only.
    if (to !== 'hypothesis') expect(again.project.claims.size).toBeGreaterThan(0)
  })
})
