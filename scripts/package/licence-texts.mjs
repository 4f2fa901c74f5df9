import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../run.mjs'

const read = (path) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim()

/** The texts of licences that packages name without having their text. */
const STANDARD = {
  // Counterpoint's own, without its title and its copyright.
  MIT: () => read(join(root, 'LICENSE')).split('\n').slice(4).join('\n'),
  'MPL-2.0': () => read(join(import.meta.dirname, 'licences', 'MPL-2.0.txt')),
}

/**
 * The text of a package's licence: its own file, else its authors and the standard text.
 * @param {string} folder the package's
 * @param {readonly string[]} licences those to follow (SPDX)
 * @returns {string | undefined} undefined if there is neither
 */
export function licenceText(folder, licences) {
  const names = readdirSync(folder).sort()
  const own = [/^(licen[cs]e|copying|ofl)/i, /^copyright/i].flatMap(
    (pattern) => names.find((name) => pattern.test(name)) ?? [],
  )[0]
  if (own) return read(join(folder, own))
  if (!licences.every((licence) => Object.hasOwn(STANDARD, licence))) return undefined
  return [authorsOf(folder), ...licences.map((licence) => STANDARD[licence]())].join('\n\n')
}

/** What a package says of its copyright: a line of its page, else its author. */
function authorsOf(folder) {
  const page = readdirSync(folder).find((name) => /^readme/i.test(name))
  const line = page && /^copyright \(c\).*$/im.exec(read(join(folder, page)))?.[0]
  const { author, name } = JSON.parse(read(join(folder, 'package.json')))
  return line ?? `Copyright (c) ${author?.name ?? author ?? `the authors of ${name}`}`
}
