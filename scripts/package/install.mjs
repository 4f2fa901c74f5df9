/**
 * `node install.mjs [--prefix DIR] [--uninstall]`: installs Counterpoint from the folder of this script, or removes it.
 * It needs nothing but Node and uses no network. The program goes to DIR/lib/counterpoint, the command to DIR/bin.
 */
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs'
import { readlinkSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const OLDEST_NODE = [20, 19]
const isWindows = process.platform === 'win32'

/** What the user is told: the installation cannot go on, and nothing was changed. */
class Refusal extends Error {}

function usualPrefix() {
  return isWindows
    ? join(process.env.LOCALAPPDATA ?? homedir(), 'Programs', 'Counterpoint')
    : join(homedir(), '.local')
}

/** Where the parts go below the prefix. */
function placesIn(prefix) {
  const program = join(prefix, 'lib', 'counterpoint')
  return { program, command: join(prefix, 'bin', isWindows ? 'counterpoint.cmd' : 'counterpoint') }
}

function install(prefix, bundle) {
  checkNode()
  checkSums(bundle)
  const { program, command } = placesIn(prefix)
  const old = versionOf(program)
  const fresh = versionOf(join(bundle, 'program'))
  if (old !== undefined && isOlder(fresh, old)) {
    throw new Refusal(
      `Counterpoint ${old} is installed, and ${fresh} is older: it might open projects that ${old} has saved only for reading. Nothing was changed. To install it all the same, uninstall ${old} first.`,
    )
  }
  const staged = `${program}.new`
  const former = `${program}.old`
  const made = makeFolders(prefix)
  if (isForeign(command)) {
    removeFolders(made)
    throw new Refusal(
      `“${command}” belongs to another installation. Nothing was changed. Uninstall that first.`,
    )
  }
  try {
    rmSync(staged, { recursive: true, force: true })
    cpSync(join(bundle, 'program'), staged, { recursive: true })
    cpSync(join(bundle, 'install.mjs'), join(staged, 'install.mjs'))
  } catch (error) {
    rmSync(staged, { recursive: true, force: true })
    removeFolders(made)
    throw new Refusal(`“${prefix}” cannot be written (${error.code}). Nothing was changed.`)
  }
  rmSync(former, { recursive: true, force: true })
  if (old !== undefined) renameSync(program, former)
  try {
    renameSync(staged, program)
    writeCommand(command)
  } catch (error) {
    rmSync(program, { recursive: true, force: true })
    rmSync(staged, { recursive: true, force: true })
    if (old !== undefined) renameSync(former, program)
    removeFolders(made)
    throw new Refusal(`“${command}” cannot be written (${error.code}). Nothing was changed.`)
  }
  rmSync(former, { recursive: true, force: true })
  return `Counterpoint ${fresh} is installed. Start it with: ${command}`
}

function uninstall(prefix) {
  const { program, command } = placesIn(prefix)
  const version = versionOf(program)
  if (version === undefined)
    throw new Refusal(`Counterpoint is not installed in “${prefix}”. Nothing was changed.`)
  if (existsSync(command) && !isForeign(command)) rmSync(command)
  rmSync(program, { recursive: true })
  removeFolders([join(prefix, 'lib'), join(prefix, 'bin'), prefix])
  return `Counterpoint ${version} is removed. Your projects and settings are still where they were.`
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  throw new Refusal(
    `Counterpoint needs Node ${OLDEST_NODE.join('.')} or newer, and this is ${process.versions.node}. Nothing was changed.`,
  )
}

/** Compares every file with its checksum, so that a truncated copy is not installed. */
function checkSums(bundle) {
  const sums = join(bundle, 'SHA256SUMS')
  const lines = existsSync(sums) ? readFileSync(sums, 'utf8').trimEnd().split('\n') : []
  const isWhole = lines.every((line) => {
    const path = join(bundle, line.slice(66))
    return existsSync(path) && hashOf(path) === line.slice(0, 64)
  })
  if (lines.length > 0 && isWhole && versionOf(join(bundle, 'program')) !== undefined) return
  throw new Refusal('The bundle is damaged or incomplete. Nothing was changed. Copy and unpack it again.')
}

const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex')

function versionOf(program) {
  const path = join(program, 'package.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : undefined
}

function isOlder(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  const at = left.findIndex((part, index) => part !== right[index])
  return at >= 0 && left[at] < right[at]
}

const TARGET = isWindows
  ? '@node "%~dp0..\\lib\\counterpoint\\out\\main\\cli.js" %*\r\n'
  : '../lib/counterpoint/out/main/cli.js'

/** Whether there is a command that this script did not write. */
function isForeign(command) {
  const found = lstatSync(command, { throwIfNoEntry: false })
  if (!found) return false
  if (isWindows) return readFileSync(command, 'utf8') !== TARGET
  return !found.isSymbolicLink() || readlinkSync(command) !== TARGET
}

function writeCommand(command) {
  if (isWindows) return writeFileSync(command, TARGET)
  rmSync(command, { force: true })
  symlinkSync(TARGET, command)
}

/** Makes the folders that are missing. Returns them, the innermost first. */
function makeFolders(prefix) {
  const made = []
  const make = (path) => {
    if (existsSync(path)) return
    make(resolve(path, '..'))
    mkdirSync(path)
    made.unshift(path)
  }
  try {
    for (const name of ['lib', 'bin']) make(join(prefix, name))
    return made
  } catch (error) {
    removeFolders(made)
    throw new Refusal(
      `“${prefix}” cannot be written (${error.code}). Nothing was changed. Choose another folder with --prefix.`,
    )
  }
}

/** Removes folders, except those that something else is in. */
function removeFolders(paths) {
  for (const path of paths) {
    try {
      rmdirSync(path)
    } catch {
      // It is not empty, or not ours to remove.
    }
  }
}

try {
  const { values } = parseArgs({ options: { prefix: { type: 'string' }, uninstall: { type: 'boolean' } } })
  const prefix = resolve(values.prefix ?? usualPrefix())
  console.log(values.uninstall ? uninstall(prefix) : install(prefix, import.meta.dirname))
} catch (error) {
  if (!(error instanceof Refusal) && !error.code) throw error
  console.error(error instanceof Refusal ? error.message : `${error.message}. Nothing was changed.`)
  process.exitCode = 1
}
