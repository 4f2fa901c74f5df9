/**
 * `node e2e/packages/main.mjs`: packs what is built, and installs, uses and removes it without a network. Ends with 1
 * and the reason if anything is not as it should be; skips with a reason what this machine cannot do.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeBundle } from '../../scripts/package/bundle.mjs'
import { makeDeb } from '../../scripts/package/deb.mjs'
import { packProgram } from '../../scripts/package/program.mjs'
import { equal, ok, run } from './steps.mjs'

await import('../../scripts/package/notice.mjs')
const work = mkdtempSync(join(tmpdir(), 'counterpoint-packages-'))
try {
  const { tarball, files } = await packProgram(join(work, 'release'))
  const again = await packProgram(join(work, 'again'))
  ok(readFileSync(tarball).equals(readFileSync(again.tarball)), 'Two packs differ.')
  equal(
    files
      .map(({ path }) => path)
      .filter((path) => !/^(out\/(main|preload|renderer)|resources)\/|^out\/NOTICE\.txt$/.test(path)),
    ['LICENSE', 'README.md', 'package.json'],
  )
  ok(
    files.some(({ path }) => path === 'out/NOTICE.txt'),
    'The licences are missing.',
  )
  const main = join(import.meta.dirname, '../../out/main')
  ok(
    !readdirSync(main).some((name) =>
      readFileSync(join(main, name), 'utf8').includes('ELECTRON_RENDERER_URL'),
    ),
    'The desktop edition would load a page that the environment names.',
  )
  const bundle = makeBundle(join(work, 'release'), files)
  run('tar', ['-xzf', bundle, '-C', work])
  const name = bundle.match(/counterpoint-[\d.]+/)[0]
  const offline = [process.execPath, join(import.meta.dirname, 'offline.mjs'), join(work, name), work]
  if (canLeaveNetwork())
    run('unshare', ['-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', ...offline])
  else {
    console.log('Not tried without a network: unshare or ip is missing, or not allowed.')
    run(offline[0], offline.slice(1))
  }
  if (spawnSync('dpkg-deb', ['--version']).status === 0) await tryDeb(files)
  else console.log('No Debian package was made: dpkg-deb is missing.')
  console.log('The packages are good.')
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** Makes a Debian package, unpacks it and starts what is in it. */
async function tryDeb(files) {
  const deb = await makeDeb(join(work, 'release'), files)
  run('dpkg-deb', ['-x', deb, join(work, 'deb')])
  ok(/^\d+\.\d+\.\d+/.test(run(join(work, 'deb/usr/bin/counterpoint'), ['--version'])), 'It does not start.')
}

/** Whether a process can have a network of its own with nothing but its loopback. */
function canLeaveNetwork() {
  return spawnSync('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up']).status === 0
}
