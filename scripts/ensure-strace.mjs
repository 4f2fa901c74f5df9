import { spawnSync } from 'node:child_process'
import { installPackage, mayInstall } from './apt.mjs'

/** Installs strace where that is possible. The reliability step says so itself when it has to do without. */
export async function ensureStrace() {
  if (process.platform !== 'linux' || isInstalled() || !mayInstall()) return
  console.log('There is no strace for the reliability tests: installing Debian’s.')
  await installPackage('strace')
}

const isInstalled = () => spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0
