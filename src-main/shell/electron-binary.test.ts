import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { electronBinary } from './electron-binary'

const SCREEN = { DISPLAY: ':0' }
let folder: string
let program: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counterpoint-electron-'))
  // As npm installs them globally: both packages in one folder.
  program = pathToFileURL(join(folder, 'node_modules', 'counterpoint', 'out', 'main', 'cli.js')).href
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function installElectron(): Promise<string> {
  const electron = join(folder, 'node_modules', 'electron')
  await mkdir(join(electron, 'dist'), { recursive: true })
  await writeFile(join(electron, 'package.json'), '{ "name": "electron" }')
  return electron
}

it('finds Electron in the package beside Counterpoint', async () => {
  const electron = await installElectron()
  await writeFile(join(electron, 'path.txt'), 'program')
  await writeFile(join(electron, 'dist', 'program'), '')
  expect(electronBinary(SCREEN, program)).toBe(join(electron, 'dist', 'program'))
})

it('finds nothing if the binary was not downloaded', async () => {
  expect(electronBinary(SCREEN, program)).toBeUndefined()
  await installElectron()
  expect(electronBinary(SCREEN, program)).toBeUndefined()
})

it('takes the folder of another Electron from the environment', async () => {
  await writeFile(join(folder, 'electron'), '')
  const env = { ...SCREEN, ELECTRON_OVERRIDE_DIST_PATH: folder }
  expect(electronBinary(env, program)).toBe(join(folder, 'electron'))
})

it.runIf(process.platform === 'linux')('finds nothing without a screen', async () => {
  await writeFile(join(folder, 'electron'), '')
  expect(electronBinary({ ELECTRON_OVERRIDE_DIST_PATH: folder }, program)).toBeUndefined()
})
