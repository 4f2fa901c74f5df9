/** The licences of the packages that Counterpoint redistributes, and their texts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../run.mjs'
import { licenceText } from './licence-texts.mjs'
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

/**
 * The packages that are installed with Counterpoint or in what is built, with the licence of each, by path.
 * @param {Iterable<string>} bundled the paths of those that the build includes
 */
export function shippedPackages(lock, bundled) {
  const installed = runtimePackages(lock).map(({ path }) => path)
  return [...new Set([...installed, ...bundled])]
    .map((path) => ({ path, name: nameOf(path), ...lock.packages[path] }))
    .map(({ path, name, version, license }) => ({
      path,
      name,
      version,
      licence: license ?? BY_FILE[name] ?? 'none',
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The paths of the packages from which the last build took modules. */
export const bundledPackages = () =>
  ['main', 'preload', 'renderer'].flatMap((part) =>
    readFileSync(join(root, 'out', `packages-${part}.txt`), 'utf8')
      .split('\n')
      .filter(Boolean),
  )

/** The content of NOTICE.txt: every package, the conditions, and each text once. Throws if one may not be packed. */
export function noticeOf(lock, bundled) {
  const texts = new Map()
  const packages = shippedPackages(lock, bundled)
  for (const { path, name, version, licence } of packages) {
    const followed = licencesToFollow(licence)
    if (!followed) throw new Error(`${name} (${licence}) may not be redistributed under the terms of MIT.`)
    const text = licenceText(join(root, path), followed)
    if (!text) throw new Error(`There is no text of the licence of ${name} (${licence}).`)
    texts.set(text, [...(texts.get(text) ?? []), `${name} ${version}`])
  }
  const conditions = Object.entries(CONDITIONS).map(([licence, text]) => {
    const names = packages.filter((each) => licencesToFollow(each.licence)?.includes(licence))
    return `${licence} (${names.map(({ name }) => name).join(', ')}): ${text}`
  })
  const sections = [...texts].map(([text, names]) => `${'-'.repeat(80)}\n${names.join('\n')}\n\n${text}`)
  const list = packages.map(({ name, version, licence }) => `${name} ${version}: ${licence}`)
  return `Counterpoint includes these packages.\n\n${[...list, '', 'Conditions:', ...conditions, '', ...sections].join('\n')}\n`
}
