import { mkdtempSync, chmodSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root, runQuietly } from '../run.mjs'
import { copy, layOut, makeFolder, readJson, sourceDate, version } from './program.mjs'
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
    const page = readFileSync(join(import.meta.dirname, 'linux/counterpoint.1'))
    write(join(work, 'usr/share/man/man1/counterpoint.1.gz'), gzipSync(page, { level: 9 }))
    makeFolder(join(work, 'usr/bin'))
    symlinkSync('../lib/counterpoint/out/main/cli.js', join(work, 'usr/bin/counterpoint'))
    const size = listOf(work).reduce((total, path) => total + readFileSync(join(work, path)).length, 0)
    write(join(work, 'DEBIAN/control'), control(Math.ceil(size / 1024)))
    const path = join(folder, `counterpoint_${version}_all.deb`)
    // gzip is several times as fast as xz, whose threads also change the bytes. At level 9 it takes twice as long as at 6,
    // and saves less than a hundredth.
    const args = ['--root-owner-group', '-Zgzip', '-z6', '--build', work, path]
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(sourceDate()) }
    const { code, output } = await runQuietly('dpkg-deb', args, { env })
    if (code !== 0) throw new Error(`dpkg-deb could not make the package:\n${output}`)
    return path
  } finally {
    rmSync(work, { recursive: true })
  }
}

/** The control file (Debian Policy 5.3). @param {number} size in KiB */
function control(size) {
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

/** Writes a file that every user can read. */
function write(path, content) {
  makeFolder(dirname(path))
  writeFileSync(path, content)
  chmodSync(path, 0o644)
}
