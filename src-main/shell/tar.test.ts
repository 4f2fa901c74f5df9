import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { tarOf } from '../../scripts/package/tar.mjs'
import { readTar } from './tar'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterpoint-tar-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const LONG = `${'folder/'.repeat(14)}file.txt`

/** The name of this format in the `tar` of the system. */
const GNU = process.platform === 'darwin' ? 'gnutar' : 'gnu'

async function fill(): Promise<void> {
  await mkdir(join(folder, 'folder/'.repeat(14)), { recursive: true })
  await writeFile(join(folder, LONG), 'Ünïcode')
  await writeFile(join(folder, 'b'), Buffer.alloc(512, 7))
  await writeFile(join(folder, 'a'), '')
  await chmod(join(folder, 'b'), 0o711)
}

it('reads what the packages are written with', async () => {
  await fill()
  const files = readTar(tarOf(folder, 'top', 0))
  expect(files.map(({ path }) => path)).toEqual(['top/a', 'top/b', `top/${LONG}`])
  expect(files.map(({ bytes }) => bytes.length)).toEqual([0, 512, 9])
})

it('writes the same bytes whatever the dates, the modes and the order of the files', async () => {
  await fill()
  const first = tarOf(folder, 'top', 1000)
  await rm(join(folder, 'b'))
  await writeFile(join(folder, 'b'), Buffer.alloc(512, 7), { mode: 0o755 })
  expect(tarOf(folder, 'top', 1000).equals(first)).toBe(true)
})

it.skipIf(process.platform === 'win32')('agrees with tar', async () => {
  await fill()
  const archive = `${folder}.tar.gz`
  await writeFile(archive, tarOf(folder, 'top', 0))
  const listed = spawnSync('tar', ['-tzf', archive], { encoding: 'utf8' })
  await rm(archive)
  expect(listed.stdout).toBe(`top/a\ntop/b\ntop/${LONG}\n`)
})

it.skipIf(process.platform === 'win32').each(['ustar', 'pax', GNU])('reads %s archives', async (format) => {
  await fill()
  const packed = spawnSync('tar', ['-cz', `--format=${format}`, '-C', folder, '.'])
  const files = readTar(packed.stdout)
  expect(files.map(({ path }) => path).sort()).toEqual(['./a', './b', `./${LONG}`])
})

it('refuses an archive that is cut short, or none', async () => {
  await fill()
  const archive = tarOf(folder, 'top', 0)
  expect(() => readTar(archive.subarray(0, -9))).toThrow(/damaged or incomplete/)
  expect(() => readTar(Buffer.from('no archive'))).toThrow(/not a package/)
  expect(() => readTar(gzipSync(Buffer.alloc(512, 65)))).toThrow(/damaged/)
  expect(() => readTar(gzipSync(Buffer.alloc(512)))).not.toThrow()
  expect(() => readTar(gzipSync(Buffer.alloc(0)))).toThrow(/incomplete/)
})
