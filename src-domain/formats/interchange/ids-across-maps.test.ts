import { expect, test } from 'vitest'
import { Builder } from '../../testing/build'
import { exportEnv } from '../../testing/export-env'
import type { ExportFormatName } from '../export/catalogue'
import { DEFAULT_LOOK } from '../export/picture-options'
import { EXPORT_WRITERS } from '../export/writers'
import type { InterchangeName } from './catalogue'
import { INTERCHANGE_READERS } from './readers'
import { NOW } from './testing/read'

test.each<[ExportFormatName, InterchangeName]>([
  ['aif', 'aif'],
  ['ova', 'aif'],
  ['sadface', 'sadface'],
  ['agxml', 'agxml'],
  ['argdown', 'argdown'],
  ['json-canvas', 'canvas'],
])('in %s a claim on several maps has one id, which no other claim has', async (format, name) => {
  const builder = new Builder()
  const [first, both] = [builder.claim('First', builder.map), builder.claim('Both', builder.map)]
  builder.run('map.add', { name: 'Second' })
  const second = [...builder.project.maps.keys()].at(-1)!
  builder.run('claim.place', { claims: [both], map: second })
  builder.relation('attack', [builder.claim('Second', second)], both)
  builder.relation('support', [first], both)
  const read = await INTERCHANGE_READERS[name]()
  const claimsOn = async (map: string) => {
    const text = String(
      await EXPORT_WRITERS[format]({ project: builder.project, map, ...DEFAULT_LOOK }, exportEnv),
    )
    const { claims } = read({ fileName: 'a', text, hash: map, now: NOW })
    return new Map(claims.map((claim) => [claim.id, claim.text]))
  }
  const [one, other] = [await claimsOn(builder.map), await claimsOn(second)]
  expect([...one.values()].sort()).toEqual(['Both', 'First'])
  expect([...other.values()].sort()).toEqual(['Both', 'Second'])
  expect([...one].filter(([id]) => other.has(id))).toEqual([[expect.any(String), 'Both']])
})
