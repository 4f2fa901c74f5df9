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

it('P2 writes the same picture into a Word report each time, as sharp as its paper needs', async () => {
  const builder = new Builder('Hedging')
  const [left, right] = [0, 900].map((x) =>
    builder.run('claim.add', { text: 'A claim', category: 'judgement', map: builder.map, at: { x, y: 0 } }),
  )
  builder.relation('support', [left!], right!)
  const write = async () => {
    const asked = { project: builder.project, map: builder.map, ...DEFAULT_LOOK }
    const { bytes } = await exportFiles(exportFormat('report-docx'), asked)
    return unzipSync(bytes)['word/media/image1.png']!
  }
  const picture = Buffer.from(await write())
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  // The width of the text on A4, 6.26 inches, at 220 pixels to the inch.
  expect(picture.readUInt32BE(16)).toBe(1378)
  expect(Buffer.compare(picture, await write())).toBe(0)
})
