import { existsSync } from 'node:fs'
import { run } from './run.mjs'

/** Whether this process may install Debian packages. */
export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** Tries to install a Debian package. The caller checks the result. */
export async function installPackage(name) {
  await run('apt-get', ['update', '-qq'], { seconds: 120 })
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
    seconds: 300,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
