import { mkdirSync, mkdtempSync, chmodSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root, runQuietly } from '../run.mjs'
import { copy, layOut, readJson, sourceDate, version } from './program.mjs'
import { listOf } from './tar.mjs'

/** Files for the desktop, and where they go. */
const DESKTOP = {
  'scripts/package/linux/counterpoint.desktop': 'usr/share/applications/counterpoint.desktop',
  'scripts/package/linux/counterpoint.xml': 'usr/share/mime/packages/counterpoint.xml',
  'resources/icon.svg': 'usr/share/icons/hicolor/scalable/apps/counterpoint.svg',
  'resources/icon.png': 'usr/share/icons/hicolor/512x512/apps/counterpoint.png',
  LICENSE: 'usr/share/doc/counterpoint/copyright',
}

/**
 * Makes a Debian package of the browser edition. It has no scripts: dpkg's triggers of the desktop read the type, the
 * icon and the menu entry, and forget them when it is removed.
 * @param {string} folder where it goes
 * @param {{ path: string, mode: number }[]} files the program's, from `packProgram`
 * @returns {Promise<string>} its path
 */
export async function makeDeb(folder, files) {
  const work = mkdtempSync(join(tmpdir(), 'counterpoint-deb-'))
  chmodSync(work, 0o755)
  try {
    layOut(join(work, 'usr/lib/counterpoint'), files)
    for (const [from, to] of Object.entries(DESKTOP)) copy(join(root, from), join(work, to), false)
    writePage(join(work, 'usr/share/man/man1'))
    makeFolder(join(work, 'usr/bin'))
    symlinkSync('../lib/counterpoint/out/main/cli.js', join(work, 'usr/bin/counterpoint'))
    const size = listOf(work).reduce((total, path) => total + readFileSync(join(work, path)).length, 0)
    makeFolder(join(work, 'DEBIAN'))
    writeFileSync(join(work, 'DEBIAN/control'), control(Math.ceil(size / 1024)), { mode: 0o644 })
    const path = join(folder, `counterpoint_${version}_all.deb`)
    // gzip is several times as fast as xz, whose threads also change the bytes.
    const args = ['--root-owner-group', '-Zgzip', '--build', work, path]
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(sourceDate()) }
    const { code, output } = await runQuietly('dpkg-deb', args, { env })
    if (code !== 0) throw new Error(`dpkg-deb could not make the package:\n${output}`)
    return path
  } finally {
    rmSync(work, { recursive: true })
  }
}

/** The control file (Debian Policy 5.3). @param {number} size in KiB */
export function control(size) {
  const { author, description, engines } = readJson(join(root, 'package.json'))
  return `Package: counterpoint
Version: ${version}
Architecture: all
Maintainer: ${author}
Installed-Size: ${size}
Depends: nodejs (${engines.node.replace('>=', '>= ')})
Recommends: xdg-utils
Section: science
Priority: optional
Description: argument maps that rest on passages of articles
 ${description}
`
}

function writePage(folder) {
  makeFolder(folder)
  const page = gzipSync(readFileSync(join(import.meta.dirname, 'linux/counterpoint.1')), { level: 9 })
  writeFileSync(join(folder, 'counterpoint.1.gz'), page, { mode: 0o644 })
}

function makeFolder(path) {
  mkdirSync(path, { recursive: true, mode: 0o755 })
}
