import { expect, test } from 'vitest'
import { only, withoutChance } from './sbom.mjs'

const bill = (serialNumber, timestamp, name = 'yaml', folder = 'counterpoint') => ({
  serialNumber,
  metadata: { timestamp, tools: [], component: { 'bom-ref': 'counterpoint@1', name: folder } },
  components: [{ 'bom-ref': `${name}@1`, name }],
  dependencies: [
    { ref: 'counterpoint@1', dependsOn: [`${name}@1`, 'vite@1'] },
    { ref: 'vite@1', dependsOn: [] },
  ],
})

test('the same packages have the same bill of materials, in whatever folder', () => {
  const first = withoutChance(bill('urn:uuid:1', '2026-01-01'), 1000)
  expect(withoutChance(bill('urn:uuid:2', '2026-02-02', 'yaml', 'another'), 1000)).toEqual(first)
  expect(first.serialNumber).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(first.metadata.timestamp).toBe('1970-01-01T00:16:40.000Z')
  expect(withoutChance(bill('urn:uuid:1', '', 'yauzl'), 1000).serialNumber).not.toBe(first.serialNumber)
})

test('only packages that are shipped are in it', () => {
  const yaml = { name: 'yaml', version: '1', licence: 'ISC' }
  const { components, dependencies } = only(bill('', ''), [yaml])
  expect(components.map(({ name }) => name)).toEqual(['yaml'])
  expect(components[0].licenses).toEqual([{ license: { name: 'ISC' } }])
  expect(dependencies).toEqual([{ ref: 'counterpoint@1', dependsOn: ['yaml@1'] }])
  expect(only(bill('', ''), []).components).toEqual([])
})
