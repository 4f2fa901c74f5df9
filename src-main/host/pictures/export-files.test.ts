import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { DEFAULT_LOOK } from '#domain/formats/export/picture-options'
import { Builder } from '#domain/testing/build'
import { exportFiles } from './export-files'
import { exportFormat } from './export-format'

it('writes one file for each map into a zip file, under a name of its own', async () => {
  const builder = new Builder('Two maps')
  builder.run('map.add', { name: 'map 1' })
  const maps = [...builder.project.maps.keys()]
  for (const [at, map] of maps.entries()) builder.claim(`Claim ${at + 1}`, map)
  const { project } = builder
  const asked = { project, map: maps[0]!, maps, ...DEFAULT_LOOK }
  const { fileName, mediaType, bytes } = await exportFiles(exportFormat('sadface'), asked)
  expect([fileName, mediaType]).toEqual(['Two maps SADFace maps.zip', 'application/zip'])
  const files = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const)
  expect(files.map(([name]) => name)).toEqual(['Map 1 SADFace.json', 'map 1 SADFace 2.json'])
  expect(files.map(([, text]) => /Claim \d/.exec(text)?.[0])).toEqual(['Claim 1', 'Claim 2'])
  const one = await exportFiles(exportFormat('claims-csv'), asked)
  expect(one.fileName).toBe('Two maps claims.csv')
})
