/** Installs Counterpoint from the unpacked bundle around this script, or removes it. Needs nothing but Node. */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const help = () => `Usage: node install.mjs [--prefix DIR] [--uninstall]

Installs Counterpoint without a network: the program to DIR/lib/counterpoint, the command to DIR/bin.

Options:
  --prefix DIR  instead of ${usualPrefix()}
  --uninstall   remove Counterpoint; projects and settings stay
  -h, --help    show this help`

const OLDEST_NODE = [20, 19]

/** What the user is told: it cannot go on, and nothing was changed. */
class Refusal extends Error {}

const REASONS = {
  EACCES: 'there is no permission',
  EPERM: 'there is no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'a part of its path is not a folder',
}

/** Without --prefix: where this script is installed, or where it would install. */
function usualPrefix() {
  if (!isBundle(import.meta.dirname)) return resolve(import.meta.dirname, '..', '..')
  return isWindows()
    ? join(process.env.LOCALAPPDATA || homedir(), 'Programs', 'Counterpoint')
    : join(homedir(), '.local')
}

/** Where the parts go below the prefix. A copy is staged beside the program, and the former program kept beside it. */
function placesIn(prefix) {
  const program = join(prefix, 'lib', 'counterpoint')
  const command = join(prefix, 'bin', isWindows() ? 'counterpoint.cmd' : 'counterpoint')
  return { program, staged: `${program}.new`, former: `${program}.old`, command }
}

function install(prefix, bundle) {
  checkNode()
  const files = checkedFiles(bundle)
  const places = placesIn(prefix)
  const old = versionOf(places.program)
  const fresh = versionOf(join(bundle, 'program'))
  if (old !== undefined && isOlder(fresh, old)) {
    throw new Refusal(
      `Counterpoint ${old} is installed, and ${fresh} is older: it may open projects saved by ${old} for reading only. Nothing was changed. To install it all the same, uninstall ${old} first.`,
    )
  }
  const made = []
  try {
    refuseForeign(places.command)
    for (const path of [places.program, places.command]) makeFolder(dirname(path), made)
    remove(places.staged)
    mkdirSync(places.staged)
    for (const file of files) copy(join(bundle, file), join(places.staged, file.replace(/^program\//, '')))
    // What an upgrade finds was made by the installation before it.
    const before = foldersMadeFor(places.program)
    writeFileSync(foldersFile(places.staged), JSON.stringify([...made, ...before]))
    replace(places)
  } catch (error) {
    remove(places.staged)
    removeEmpty(made)
    throw error instanceof Refusal ? error : unwritable(prefix, error)
  }
  remove(places.former)
  const replaced = old === undefined ? '' : ` It replaces ${old}: if that is open, close it.`
  return `Counterpoint ${fresh} is installed.${replaced} Start it with: ${places.command}`
}

/** Puts the staged program into the place of the former one, with its command, or leaves both as they were. */
function replace({ program, staged, former, command }) {
  remove(former)
  const hasOld = existsSync(program)
  if (hasOld) renameSync(program, former)
  try {
    renameSync(staged, program)
    if (!lstatSync(command, { throwIfNoEntry: false })) writeCommand(command)
  } catch (error) {
    remove(program)
    if (hasOld) renameSync(former, program)
    throw error
  }
}

function uninstall(prefix) {
  const { program, staged, former, command } = placesIn(prefix)
  if (!existsSync(program)) {
    throw new Refusal(`Counterpoint is not installed in “${prefix}”. Nothing was changed.`)
  }
  const version = versionOf(program)
  const made = foldersMadeFor(program)
  try {
    remove(former)
    renameSync(program, former)
    try {
      if (isOwn(command)) rmSync(command)
    } catch (error) {
      renameSync(former, program)
      throw error
    }
  } catch (error) {
    throw unwritable(prefix, error)
  }
  for (const path of [former, staged]) remove(path)
  removeEmpty(made)
  return `Counterpoint${version ? ` ${version}` : ''} is removed. Your projects and settings are still where they were.`
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return
  throw new Refusal(
    `Counterpoint needs Node ${OLDEST_NODE.join('.')} or newer, and this is ${process.versions.node}. Nothing was changed.`,
  )
}

/** The files of a bundle, each compared with its checksum, so that a truncated copy is not installed. */
function checkedFiles(bundle) {
  const lines = isBundle(bundle) ? readFileSync(sumsFile(bundle), 'utf8').trimEnd().split('\n') : []
  const files = lines.map((line) => line.slice(66))
  const isWhole = files.every((file, index) => {
    const path = join(bundle, file)
    return existsSync(path) && hashOf(path) === lines[index].slice(0, 64)
  })
  if (isWhole && files.includes('program/package.json') && files.includes('install.mjs')) return files
  throw new Refusal('The bundle is damaged or incomplete. Nothing was changed. Copy and unpack it again.')
}

/** A bundle has its checksums; an installed program has not. */
const isBundle = (folder) => existsSync(sumsFile(folder))
const sumsFile = (folder) => join(folder, 'SHA256SUMS')
const hashOf = (path) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** The version of a program; undefined if there is none, or a damaged one. */
const versionOf = (program) => readJson(join(program, 'package.json'))?.version

/** The list of the folders that an installation made around the program, the innermost first. */
const foldersFile = (program) => join(program, 'made-folders.json')
const foldersMadeFor = (program) => readJson(foldersFile(program)) ?? []

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function isOlder(a, b) {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  const at = left.findIndex((part, index) => part !== right[index])
  return at >= 0 && left[at] < right[at]
}

function isWindows() {
  return process.platform === 'win32'
}

const TARGET = isWindows()
  ? '@node "%~dp0..\\lib\\counterpoint\\out\\main\\cli.js" %*\r\n'
  : '../lib/counterpoint/out/main/cli.js'

function writeCommand(command) {
  if (isWindows()) writeFileSync(command, TARGET)
  else symlinkSync(TARGET, command)
}

/** Whether there is a command that this script wrote. */
function isOwn(command) {
  const found = lstatSync(command, { throwIfNoEntry: false })
  if (isWindows()) return found !== undefined && readFileSync(command, 'utf8') === TARGET
  return found?.isSymbolicLink() === true && readlinkSync(command) === TARGET
}

function refuseForeign(command) {
  if (!lstatSync(command, { throwIfNoEntry: false }) || isOwn(command)) return
  throw new Refusal(
    `“${command}” belongs to another installation. Nothing was changed. Uninstall that first.`,
  )
}

/** Copies a file so that every user can read it, whatever the user's umask. */
function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
  chmodSync(to, statSync(from).mode & 0o100 ? 0o755 : 0o644)
}

/** Makes a folder and those around it that are missing, and adds them to a list, the innermost first. */
function makeFolder(path, made) {
  if (existsSync(path)) return
  makeFolder(dirname(path), made)
  mkdirSync(path)
  made.unshift(path)
}

function remove(path) {
  if (existsSync(path)) rmSync(path, { recursive: true })
}

/** Removes folders, except those that something is in. */
function removeEmpty(folders) {
  for (const path of folders) {
    try {
      rmdirSync(path)
    } catch {
      // It is not empty, or not ours to remove.
    }
  }
}

function unwritable(prefix, { code, message }) {
  return new Refusal(`“${prefix}” cannot be written: ${REASONS[code] ?? message}. Nothing was changed.`)
}

function optionsFrom(args) {
  const options = {
    prefix: { type: 'string' },
    uninstall: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  }
  try {
    const { values } = parseArgs({ args, options })
    // As with an unset variable of a shell: it would be the current folder.
    if (values.prefix === '') throw new Error('The folder after --prefix is missing')
    return values
  } catch (error) {
    throw new Refusal(`${error.message}. Nothing was changed. See: node install.mjs --help`)
  }
}

try {
  process.umask(0o022)
  const { prefix = usualPrefix(), ...asked } = optionsFrom(process.argv.slice(2))
  if (asked.help) console.log(help())
  else
    console.log(asked.uninstall ? uninstall(resolve(prefix)) : install(resolve(prefix), import.meta.dirname))
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}
