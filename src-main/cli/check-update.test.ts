import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { tarOf } from '../../scripts/package/tar.mjs'
import { describeUpdate, programOf } from '../shell/update'
import { runCli } from './run'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterpoint-update-'))
  file = join(folder, 'counterpoint-99.0.0-bundle.tar.gz')
  await writeFile(join(folder, 'key.pem'), publicKey.export({ type: 'spki', format: 'pem' }))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Writes a signed archive with a program whose package.json has these fields. */
async function archive(about: object, place = 'program', top = 'counterpoint'): Promise<Buffer> {
  await mkdir(join(folder, 'work', place), { recursive: true })
  await writeFile(join(folder, 'work', place, 'package.json'), JSON.stringify(about))
  const bytes = tarOf(join(folder, 'work'), top, 0)
  await writeSigned(bytes)
  return bytes
}

async function writeSigned(bytes: Uint8Array): Promise<void> {
  await writeFile(file, bytes)
  await writeFile(`${file}.sig`, sign(null, bytes, privateKey).toString('base64'))
}

/** The `ar` archive of these files. */
const arOf = (files: Record<string, Buffer>): Buffer =>
  Buffer.concat([
    Buffer.from('!<arch>\n'),
    ...Object.entries(files).flatMap(([name, bytes]) => [
      Buffer.from(`${name.padEnd(48)}${String(bytes.length).padEnd(10)}\x60\n`),
      bytes,
      Buffer.alloc(bytes.length % 2, '\n'),
    ]),
  ])

async function check(key = 'key.pem') {
  const said: string[] = []
  const complained: string[] = []
  const code = await runCli(['check-update', file, '--key', join(folder, key)], {
    say: (line) => void said.push(line),
    complain: (line) => void complained.push(line),
    give: () => Promise.resolve(),
    isScreen: true,
  })
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}

const NEWER = { name: 'counterpoint', version: '99.0.0', dependencies: { yaml: '3.0.0' } }

it('says what a signed archive would change', async () => {
  await archive(NEWER)
  const { code, said } = await check()
  expect(code).toBe(0)
  expect(said).toMatch(/^The signature of “.*” is valid\.$/m)
  expect(said).toMatch(/is installed\. The archive has 99\.0\.0\.$/m)
  expect(said).toMatch(/yaml \S+ → 3\.0\.0/)
  expect(said).toMatch(/^Nothing was changed\.$/m)
})

it('refuses an archive that was changed, cut short or signed by somebody else', async () => {
  const bytes = await archive(NEWER)
  await writeFile(file, bytes.subarray(0, -1))
  expect(await check()).toEqual({
    code: 1,
    said: '',
    complained: expect.stringMatching(/not what was signed/),
  })
  await writeFile(file, bytes)
  const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' })
  await writeFile(join(folder, 'other.pem'), other)
  expect(await check('other.pem')).toEqual({
    code: 1,
    said: '',
    complained: expect.stringMatching(/not what was signed/),
  })
})

it('refuses a key of another kind, missing files, a folder and another program', async () => {
  await archive({ ...NEWER, name: 'other' })
  expect((await check()).complained).toMatch(/does not contain Counterpoint/)
  await writeFile(join(folder, 'no.pem'), 'no key')
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
  await writeFile(join(folder, 'rsa.pem'), rsa.export({ type: 'spki', format: 'pem' }))
  for (const key of ['no.pem', 'rsa.pem'])
    expect((await check(key)).complained).toBe(
      'counterpoint: The file after --key has no Ed25519 public key. Nothing was changed.',
    )
  expect((await check('none.pem')).complained).toMatch(/There is no file “.*none\.pem”\.$/)
  await rm(`${file}.sig`)
  expect((await check()).complained).toMatch(/There is no file “.*\.sig”\.$/)
  await rm(file)
  await mkdir(file)
  expect((await check()).complained).toMatch(/could not be read: there is a folder with that name\.$/)
})

it('looks into Debian packages too', async () => {
  const files = await archive(NEWER, 'usr/lib/counterpoint', '.')
  await writeSigned(arOf({ 'debian-binary': Buffer.from('2.0'), 'data.tar.gz': files }))
  expect((await check()).said).toMatch(/The archive has 99\.0\.0\.$/m)
  await writeSigned(arOf({ 'control.tar.gz': files }))
  expect((await check()).complained).toMatch(/It is not a package of Counterpoint\./)
  await writeSigned(Buffer.from('!<arch>\nand no more'))
  expect((await check()).complained).toMatch(/It is not a package of Counterpoint\./)
})

it('counts files, and warns of an older version', () => {
  const program = (version: string, files: Record<string, string>) =>
    programOf([
      { path: 'package.json', bytes: Buffer.from(JSON.stringify({ ...NEWER, version })) },
      ...Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
    ])
  const installed = program('1.10.0', { 'out/a': '1', 'out/b': '1', 'out/c': '1' })
  expect(describeUpdate(installed, program('1.9.0', { 'out/a': '1', 'out/b': '2', 'out/d': '1' }))).toEqual([
    'Counterpoint 1.10.0 is installed. The archive has 1.9.0.',
    'The archive is older: it may open projects saved by 1.10.0 for reading only.',
    'Files that it would change: 1, add: 1, remove: 1.',
    'Its direct dependencies are the same.',
  ])
})
