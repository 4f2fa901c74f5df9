import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { npm, root } from './run.mjs'

/** Installs the npm packages if they are missing or differ from the lock file. */
export async function ensureDependencies() {
  const reason = whatIsMissing()
  if (!reason) return
  console.log(`${reason}: installing them, as package-lock.json lists them.`)
  const code = await npm(['ci'])
  if (code === 0) return
  console.error('The packages could not be installed. The lines above say why.')
  process.exit(1)
}

function whatIsMissing() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return 'Counterpoint’s packages are missing'
  const lockFile = join(root, 'package-lock.json')
  if (statSync(lockFile).mtimeMs <= statSync(installed).mtimeMs) return undefined
  return sameVersions(lockFile, installed) ? undefined : 'package-lock.json has changed'
}

/** Compares contents, because a checkout changes the lock file's date. */
function sameVersions(lockFile, installedFile) {
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true
    return installed[path] ? installed[path].version === version : optional
  })
}
