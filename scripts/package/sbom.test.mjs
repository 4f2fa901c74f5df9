import { expect, test } from 'vitest'
import { withoutChance } from './sbom.mjs'

const bill = (serialNumber, timestamp, name = 'yaml') => ({
  serialNumber,
  metadata: { timestamp, tools: [] },
  components: [{ name }],
})

test('the same packages have the same bill of materials', () => {
  const first = withoutChance(bill('urn:uuid:1', '2026-01-01'), 1000)
  expect(withoutChance(bill('urn:uuid:2', '2026-02-02'), 1000)).toEqual(first)
  expect(first.serialNumber).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
  )
  expect(first.metadata.timestamp).toBe('1970-01-01T00:16:40.000Z')
  expect(withoutChance(bill('urn:uuid:1', '', 'yauzl'), 1000).serialNumber).not.toBe(first.serialNumber)
})
