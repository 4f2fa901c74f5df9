/** The licences of the packages that Counterpoint redistributes, and their texts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importsOf, modulesIn } from '../import-graph.mjs'
import { root } from '../run.mjs'
import { nameOf, runtimePackages } from './program.mjs'

/** These ask only for their text to be kept, and for the names of the authors. */
const FREE = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BSD',
  '0BSD',
  'Apache-2.0',
  'Zlib',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
])

/** These may be redistributed beside MIT code, on a condition. */
export const CONDITIONS = {
  'OFL-1.1': 'The fonts may not be sold by themselves, and a changed font may not have a reserved name.',
  'MPL-2.0': 'The source of its own files, if they are changed, must be available under the same licence.',
}

/** Packages whose package.json names no licence; the file that does. */
const BY_FILE = { 'png-js': 'MIT', 'svelte-toolbelt': 'MIT' }

/**
 * A licence that this expression (SPDX) allows to choose, with everything that it demands.
 * @returns {string[] | undefined} the licences to follow; undefined if none allows redistribution under the terms of MIT
 */
export function licencesToFollow(expression) {
  const choices = expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .map((each) => each.split(' AND '))
  return choices.find((all) => all.every((each) => FREE.has(each) || Object.hasOwn(CONDITIONS, each)))
}

/** The packages that are installed with Counterpoint or part of its page, with the licence of each, by name. */
export function shippedPackages(lock) {
  const installed = runtimePackages(lock).map(({ path }) => path)
  return [...new Set([...installed, ...pagePackages(lock)])]
    .map((path) => ({ path, name: nameOf(path), ...lock.packages[path] }))
    .map(({ path, name, version, license }) => ({
      path,
      name,
      version,
      licence: license ?? BY_FILE[name] ?? 'none',
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The packages that the build includes, and those that they depend on. */
function pagePackages(lock) {
  const names = modulesIn('src-renderer', 'src-domain', 'src-api')
    .filter((file) => !/\.(test|bench)\.ts$|\/testing\//.test(file))
    .flatMap((file) => importsOf(file, { types: false }))
    .flatMap((name) => /^(?:@[a-z][^/]*\/)?[a-z][^/:]*(?=$|\/)/.exec(name) ?? [])
  const waiting = [...new Set(names)]
    .map((name) => `node_modules/${name}`)
    .filter((path) => lock.packages[path])
  const found = new Set()
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (found.has(path)) continue
    found.add(path)
    for (const name of Object.keys(lock.packages[path].dependencies ?? {}))
      waiting.push(placeOf(name, path, lock))
  }
  return found
}

/** Where a package finds another: in its own folder, or in that of a package around it. */
function placeOf(name, from, lock) {
  for (
    let folder = from;
    folder;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    if (lock.packages[`${folder}/node_modules/${name}`]) return `${folder}/node_modules/${name}`
  }
  return `node_modules/${name}`
}

/** The content of NOTICE.txt: every package, the conditions, and each text once. */
export function noticeOf(lock) {
  const texts = new Map()
  const packages = shippedPackages(lock)
  for (const { path, name, version } of packages) {
    const text = textOf(join(root, path))
    if (text) texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`])
  }
  const conditions = Object.entries(CONDITIONS).map(([licence, text]) => {
    const names = packages.filter((each) => licencesToFollow(each.licence)?.includes(licence))
    return `${licence} (${names.map(({ name }) => name).join(', ')}): ${text}`
  })
  const sections = [...texts].map(([text, names]) => `${'-'.repeat(80)}\n${names.join('\n')}\n\n${text}`)
  const list = packages.map(({ name, version, licence }) => `${name} ${version}: ${licence}`)
  return `Counterpoint includes these packages.\n\n${[...list, '', 'Conditions:', ...conditions, '', ...sections].join('\n')}\n`
}

function textOf(folder) {
  if (!existsSync(folder)) return undefined
  const name = readdirSync(folder)
    .sort()
    .find((each) => /^(licen[cs]e|copying|ofl)/i.test(each))
  return name && readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim()
}
