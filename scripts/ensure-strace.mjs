import { spawnSync } from 'node:child_process'
import { installPackage, mayInstall } from './apt.mjs'

/** Installs strace if possible. Without it, the reliability tests say what they skip. */
export async function ensureStrace() {
  if (process.platform !== 'linux' || isInstalled() || !mayInstall()) return
  console.log('Installing strace for the reliability tests.')
  await installPackage('strace')
}

const isInstalled = () => spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0
