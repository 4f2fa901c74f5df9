/** What an installed Counterpoint consists of: the files of its npm package, and the packages that it loads. */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { npm, root, runQuietly } from '../run.mjs'

/** @returns {any} */
export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** The version in package.json. */
export const version = readJson(join(root, 'package.json')).version

/**
 * The date of everything in a package, in seconds since 1970, so that it is the same when it is made again: the date of
 * the commit, unless SOURCE_DATE_EPOCH is set (https://reproducible-builds.org/specs/source-date-epoch/).
 */
export function sourceDate() {
  if (process.env.SOURCE_DATE_EPOCH) return Number(process.env.SOURCE_DATE_EPOCH)
  const git = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' })
  return git.status === 0 ? Number(git.stdout) : 0
}

/** Builds Counterpoint and the notice, always, so that it has the commit of what is packed. */
export async function build() {
  if ((await npm(['run', '--silent', 'prepack'])) === 0) return
  throw new Error('Counterpoint could not be built. Nothing was packed.')
}

/**
 * Packs what is built as an npm package.
 * @param {string} folder where `counterpoint-VERSION.tgz` goes
 * @returns {Promise<{ tarball: string, files: { path: string, mode: number }[] }>}
 */
export async function packProgram(folder) {
  mkdirSync(folder, { recursive: true })
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
  const { code, output } = await runQuietly('npm', args, { shell: process.platform === 'win32' })
  if (code !== 0) throw new Error(`npm could not pack Counterpoint:\n${output}`)
  const [packed] = Object.values(JSON.parse(output.slice(output.search(/^[[{]/m))))
  return { tarball: join(folder, packed.filename), files: packed.files }
}

/**
 * The packages that Counterpoint loads at run time, with theirs. Optional ones are left out: they are native drawing
 * libraries of pdf.js, and Counterpoint draws no pages.
 * @param {any} lock the contents of package-lock.json
 * @returns {{ path: string, name: string, version: string }[]} by path
 */
export function runtimePackages(lock) {
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional, optional }]) => path && !dev && !devOptional && !optional)
    .map(([path, { version }]) => ({ path, name: nameOf(path), version }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The name of a package by its path in the lock file. */
export const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Source maps and types, which nothing loads. */
const LEFT_OUT = /\.(map|d\.[mc]?ts|flow)$/

/** Of these packages, which have several builds or fonts of every weight, only what Counterpoint loads is kept. */
const LOADED = {
  docx: /^dist\/index\.mjs$/,
  'pdfjs-dist': /^cmaps\/|^legacy\/build\/pdf(\.worker)?\.mjs$/,
  '@expo-google-fonts/inter': /^(400Regular|600SemiBold)\//,
}

/** Whether a file of a package is laid out. */
const isLoaded = (name, file) =>
  !LEFT_OUT.test(file) && (/^(package\.json|LICEN[CS]E.*)$/.test(file) || (LOADED[name]?.test(file) ?? true))

/** Copies the program and its packages into an empty folder. What is executable stays so; nothing else differs. */
export function layOut(folder, files) {
  for (const { path, mode } of files) copy(join(root, path), join(folder, path), (mode & 0o111) !== 0)
  for (const { path, name } of runtimePackages(readJson(join(root, 'package-lock.json')))) {
    if (!existsSync(join(root, path))) throw new Error(`${path} is not installed. Run npm ci first.`)
    for (const file of filesOf(join(root, path)).filter((each) => isLoaded(name, each))) {
      copy(join(root, path, file), join(folder, path, file), false)
    }
  }
}

/** The files of a package, without the packages in it. */
function filesOf(folder, under = '') {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under ? `${under}/${entry.name}` : entry.name
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesOf(folder, path)
    return entry.isFile() ? [path] : []
  })
}

/** Copies a file, with modes and folders that do not depend on the user's umask. */
export function copy(from, to, executable) {
  makeFolder(dirname(to))
  copyFileSync(from, to)
  chmodSync(to, executable ? 0o755 : 0o644)
}

/** Makes a folder, and those around it, that every user can read. */
export function makeFolder(path) {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
  chmodSync(path, 0o755)
}
