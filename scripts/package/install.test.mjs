import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sumsOf } from './sums.mjs'
import { listOf } from './tar.mjs'

let work
let bundle
let prefix
beforeEach(() => {
  work = realpathSync(mkdtempSync(join(tmpdir(), 'counterpoint-install-')))
  bundle = bundleOf('1.2.0')
  prefix = join(work, 'some', 'prefix')
})
afterEach(() => rmSync(work, { recursive: true }))

/** A bundle whose program prints its version. */
function bundleOf(version) {
  const folder = join(work, `bundle-${version}`)
  mkdirSync(join(folder, 'program/out/main'), { recursive: true })
  writeFileSync(join(folder, 'program/package.json'), JSON.stringify({ version }))
  const program = join(folder, 'program/out/main/cli.js')
  writeFileSync(program, `#!/usr/bin/env node\nconsole.log('${version}')\n`)
  chmodSync(program, 0o755)
  copyFileSync(join(import.meta.dirname, 'install.mjs'), join(folder, 'install.mjs'))
  writeFileSync(join(folder, 'SHA256SUMS'), sumsOf(folder, listOf(folder)))
  return folder
}

/** Runs the install script of a folder. Returns its exit code and what it says, on either output. */
function runScript(folder, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'install.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, HOME: join(work, 'home') },
  })
  return { code: status, said: (stdout + stderr).trim() }
}

const install = (from = bundle) => runScript(from, '--prefix', prefix)
const program = () => join(prefix, 'lib', 'counterpoint')
const version = () => JSON.parse(readFileSync(join(program(), 'package.json'), 'utf8')).version

test('what is installed can be removed by its own script, with the folders that were made for it', () => {
  expect(install()).toEqual({ code: 0, said: expect.stringMatching(/^Counterpoint 1\.2\.0 is installed\./) })
  expect(version()).toBe('1.2.0')
  expect(install().said).toMatch(/is installed\. It replaces 1\.2\.0: if that is open, close it\./)
  expect(readdirSync(join(prefix, 'lib'))).toEqual(['counterpoint'])
  expect(runScript(program(), '--uninstall')).toEqual({
    code: 0,
    said: 'Counterpoint 1.2.0 is removed. Your projects and settings are still where they were.',
  })
  expect(existsSync(join(work, 'some'))).toBe(false)
})

test('folders that were there before stay, though nothing is in them', () => {
  for (const name of ['bin', 'lib']) mkdirSync(join(prefix, name), { recursive: true })
  install()
  runScript(bundle, '--uninstall', '--prefix', prefix)
  expect(readdirSync(prefix)).toEqual(['bin', 'lib'])
})

test('every user can read it, whoever installs it', () => {
  const usual = process.umask(0o077)
  try {
    install(bundleOf('1.3.0'))
  } finally {
    process.umask(usual)
  }
  const modes = ['.', 'lib', 'bin', 'lib/counterpoint/out/main', 'lib/counterpoint/out/main/cli.js'].map(
    (path) => statSync(join(prefix, path)).mode & 0o777,
  )
  if (process.platform !== 'win32') expect(modes).toEqual(Array(5).fill(0o755))
})

test.each([
  ['cut short', (file) => writeFileSync(file, readFileSync(file).subarray(0, 5))],
  ['missing', (file) => rmSync(file)],
])('a bundle is not installed if a file of it is %s', (_how, damage) => {
  damage(join(bundle, 'program/out/main/cli.js'))
  expect(install()).toEqual({
    code: 1,
    said: expect.stringMatching(/^The bundle is damaged or incomplete\./),
  })
  expect(existsSync(prefix)).toBe(false)
})

test('an older version does not replace a newer one', () => {
  install(bundleOf('1.10.0'))
  expect(install()).toEqual({
    code: 1,
    said: expect.stringMatching(/1\.2\.0 is older.*Nothing was changed\./),
  })
  expect(version()).toBe('1.10.0')
})

test('a damaged program is replaced', () => {
  install()
  writeFileSync(join(program(), 'package.json'), '{')
  expect(install().code).toBe(0)
  expect(version()).toBe('1.2.0')
})

test('where it cannot write, it says why and leaves nothing', () => {
  mkdirSync(dirname(prefix))
  writeFileSync(prefix, '')
  expect(install()).toEqual({
    code: 1,
    said: `“${prefix}” cannot be written: a part of its path is not a folder. Nothing was changed.`,
  })
  rmSync(prefix)
  mkdirSync(join(prefix, 'bin', 'counterpoint'), { recursive: true })
  expect(install().said).toMatch(/belongs to another installation\. Nothing was changed\./)
  expect(readdirSync(prefix)).toEqual(['bin'])
})

test('an empty folder name or an unknown option is refused', () => {
  expect(runScript(bundle, '--prefix', '')).toEqual({
    code: 1,
    said: 'The folder after --prefix is missing. Nothing was changed. See: node install.mjs --help',
  })
  expect(runScript(bundle, '--global').said).toMatch(/^Unknown option '--global'\. Nothing was changed\./)
  expect(runScript(bundle, '--help').said).toMatch(/^Usage: node install\.mjs/)
})
