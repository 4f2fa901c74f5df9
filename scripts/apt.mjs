import { existsSync } from 'node:fs'
import { run } from './run.mjs'

/** Whether this process may install Debian's packages. */
export const mayInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** Installs a package of Debian's. Whether it is there then, the caller finds out. */
export async function installPackage(name) {
  await run('apt-get', ['update', '-qq'], { seconds: 120 })
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
    seconds: 300,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
