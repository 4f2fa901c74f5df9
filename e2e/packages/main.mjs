/**
 * `node e2e/packages/main.mjs`: packs what is built, and installs, uses and removes it without a network. Ends with 1
 * and the reason if anything is not as it should be; skips with a reason what this machine cannot do.
 */
import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { makeBundle } from '../../scripts/package/bundle.mjs'
import { makeDeb } from '../../scripts/package/deb.mjs'
import { packProgram } from '../../scripts/package/program.mjs'
import { root } from '../../scripts/run.mjs'
import { equal, ok, run } from './steps.mjs'

// What is in a package must not depend on the umask of who builds and packs it.
process.umask(0o077)
chmodSync(join(root, 'out', 'preload', 'preload.cjs'), 0o600)
await import('../../scripts/package/prepare.mjs')
const work = mkdtempSync(join(tmpdir(), 'counterpoint-packages-'))
const release = join(work, 'release')
try {
  const { tarball, files } = await tryTarball()
  tryBundle(files)
  const deb = await tryDeb(files)
  trySignatures([tarball, ...(deb ? [deb] : [])])
  console.log('The packages are good.')
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** Packs twice, and looks at what is packed. */
async function tryTarball() {
  const { tarball, files } = await packProgram(release)
  const again = await packProgram(join(work, 'again'))
  ok(readFileSync(tarball).equals(readFileSync(again.tarball)), 'Two packs differ.')
  equal(modesIn(run('tar', ['-tvzf', tarball])), ['-rw-r--r--', '-rwxr-xr-x'])
  const others = files
    .map(({ path }) => path)
    .filter((path) => !/^(out\/(main|preload|renderer)|resources)\//.test(path))
  equal(others, ['LICENSE', 'README.md', 'out/NOTICE.txt', 'package.json'])
  const namesPage = files.some(
    ({ path }) =>
      path.startsWith('out/main/') &&
      readFileSync(join(root, path), 'utf8').includes('ELECTRON_RENDERER_URL'),
  )
  ok(!namesPage, 'The desktop edition would load a page that the environment names.')
  return { tarball, files }
}

/** Makes a bundle, unpacks it and uses it without a network. */
function tryBundle(files) {
  const bundle = makeBundle(release, files)
  run('tar', ['-xzf', bundle, '-C', work])
  const unpacked = join(work, basename(bundle, '-bundle.tar.gz'))
  const offline = [join(import.meta.dirname, 'offline.mjs'), unpacked, work]
  if (canLeaveNetwork()) {
    const alone = ['-rn', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', process.execPath]
    equal(run('unshare', [...alone, ...offline]), 'lo\n')
  } else {
    console.log('Not tried without a network: unshare or ip is missing, or not allowed.')
    run(process.execPath, offline)
  }
}

/** Makes a Debian package, unpacks it and starts what is in it. Returns its path; undefined without dpkg-deb. */
async function tryDeb(files) {
  if (spawnSync('dpkg-deb', ['--version']).status !== 0) {
    console.log('No Debian package was made: dpkg-deb is missing.')
    return undefined
  }
  const deb = await makeDeb(release, files)
  const modes = ['-rw-r--r--', '-rwxr-xr-x', 'drwxr-xr-x', 'lrwxrwxrwx']
  equal(modesIn(run('dpkg-deb', ['-c', deb])), modes)
  run('dpkg-deb', ['-x', deb, join(work, 'deb')])
  ok(/^\d+\.\d+\.\d+/.test(run(join(work, 'deb/usr/bin/counterpoint'), ['--version'])), 'It does not start.')
  return deb
}

/** Signs the packages, and compares them with the program from which they were made. */
function trySignatures(packages) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const [secret, key] = [join(work, 'private.pem'), join(work, 'public.pem')]
  writeFileSync(secret, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  writeFileSync(key, publicKey.export({ type: 'spki', format: 'pem' }))
  run(process.execPath, [join(root, 'scripts', 'sign.mjs'), secret, ...packages])
  for (const path of packages) {
    const said = run(join(root, 'out', 'main', 'cli.js'), ['check-update', path, '--key', key])
    ok(said.includes('Its files are the same.'), `It finds differences in ${path}: ${said}`)
  }
}

/** The modes in the detailed list of an archive, each once. */
function modesIn(list) {
  return [...new Set(list.match(/^\S+/gm))].sort()
}

/** Whether a process can have a network of its own with nothing but its loopback. */
function canLeaveNetwork() {
  return spawnSync('unshare', ['-rn', 'ip', 'link', 'set', 'lo', 'up']).status === 0
}
