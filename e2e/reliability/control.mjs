import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OUT } from './counterpoint.mjs'

const ROOT = join(OUT, '..')
const COPIES = join(ROOT, 'test-results', 'reliability')

/**
 * Copies the built app with a safety measure switched off: a harness that finds no fault in such a copy proves
 * nothing.
 * @param {string} name of the copy
 * @param {readonly (readonly [RegExp, string])[]} changes throws if one of the patterns does not match
 * @param {string} of the `out` folder to copy
 * @returns {string} the copy's `out` folder
 */
export function brokenCopy(name, changes, of = OUT) {
  const root = join(COPIES, name)
  rmSync(root, { recursive: true, force: true })
  mkdirSync(join(root, 'out'), { recursive: true })
  for (const each of ['package.json', 'resources']) symlinkSync(join(ROOT, each), join(root, each))
  symlinkSync(join(OUT, 'renderer'), join(root, 'out', 'renderer'))
  cpSync(join(of, 'main'), join(root, 'out', 'main'), { recursive: true })
  const folder = join(root, 'out', 'main')
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'))
  for (const [from, to] of changes) {
    const found = files.filter((file) => from.test(readFileSync(join(folder, file), 'utf8')))
    if (found.length === 0)
      throw new Error(`the control “${name}” could not be created: nothing matches ${from}`)
    for (const file of found) {
      const path = join(folder, file)
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
    }
  }
  return join(root, 'out')
}

/** Patches are answered before they are on the disk. */
export const answersEarly = [[/await journal\.write\(group/, 'void (group']]

/** A failed write counts as successful, as in simple writers on a full disk. */
export const swallowsErrors = [
  [/this\.#takeBack\(\[\.\.\.group/, 'void this.#answer(group, true) || void ([...group'],
]

/** Nothing is synced, as in plain lowdb. */
export const neverSyncs = [[/await handle\.datasync\(\);/, '']]

/** Checksums are not compared, and the file always counts as unchanged. */
export const checksNothing = [
  [/checksum\(each, Number\(sequence\), json\) === sum/, 'true'],
  [/const last = await history\?\.last\(\);/, 'const last = undefined;'],
  [/isKnown \? "right" : file\.checksum/, '"right"'],
  [/return journal\.generation === generation \? 0 : void 0;/, 'return 0;'],
]

/** No lock, neither a socket nor a file, and changes by others are overwritten. */
export const locksNobody = [
  [/server\.listen\(address,/, 'server.listen(0,'],
  [/async function readLock\(path\) \{/, '$& return undefined;'],
]

/** Changes by others are overwritten. */
export const overwrites = [
  [
    /const setAside = standing && !isOurs \? await keepExternalEdit\(job\.path, standing\) : null;/,
    'const setAside = null;',
  ],
]

/** A file is written to again after a failed sync. */
export const retriesTheSameFile = [[/await this\.close\(\);(\s*)throw error;/, 'throw error;']]

/** Exports run in the thread that answers requests. */
export const exportsInTheHost = [
  [/if \(!isBuilt[$\w]*\) return \(await import\(/, 'if (true) return (await import('],
]

/** No lock file tells other machines. */
export const tellsNoMachine = [[/await MachineLock\.take\(/, 'await ((...none) => void none)(']]

/** Sockets that nobody else finds, as on another machine or in a container: not a fault, but a stand-in for these. */
export const seesNoSocket = [
  [
    /socketAddress\(`counterpoint-\$\{contentHash\(name\)/,
    'socketAddress(`counterpoint-${contentHash("apart " + name)',
  ],
]

/** Every change of an open project stays in memory. */
export const keepsEveryChange = [
  [/while \(this\.#recent\.length > 500 \|\| this\.#length > LENGTH_KEPT\)/, 'while (false)'],
]

/** Files and folders stay open when they are written and synced. */
export const leavesFilesOpen = [
  [/await file\?\.handle\.close\(\)/, 'await Promise.resolve((globalThis.left ??= []).push(file))'],
  [/await folder\.close\(\)/, '(globalThis.left ??= []).push(folder)'],
]
