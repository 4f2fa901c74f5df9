import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FUSES, setFuses } from './fuses.mjs'

/** The marker before the fuses in every Electron, with their version and number. */
const WIRE = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 8])])

test('a packaged Electron runs nothing but its own code', () => {
  expect(FUSES).toEqual({
    RunAsNode: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    GrantFileProtocolExtraPrivileges: false,
    EnableCookieEncryption: true,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
  })
})

test('only the fuses of the executable are changed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'counterpoint-fuses-'))
  const path = join(folder, 'electron')
  await writeFile(path, Buffer.concat([Buffer.from('before'), WIRE, Buffer.from('10110101after')]))
  expect(await setFuses(path)).toEqual(FUSES)
  const written = await readFile(path)
  expect(written.toString('latin1')).toBe(`before${WIRE.toString('latin1')}01001100after`)
  await rm(folder, { recursive: true })
})
