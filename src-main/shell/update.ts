import { createPublicKey, verify } from 'node:crypto'
import * as v from 'valibot'
import { dataOfDeb } from './deb'
import { ArchiveError, readTar, type ArchivedFile } from './tar'

/** A program: its version, its packages and its files by path. */
export interface Program {
  readonly version: string
  readonly commit: string | undefined
  /** The packages that it loads, with their exact versions. */
  readonly dependencies: Readonly<Record<string, string>>
  readonly files: ReadonlyMap<string, Uint8Array>
}

/**
 * Whether somebody with the private key signed the archive.
 * @param signature an Ed25519 signature (RFC 8032) of all bytes, in base64
 * @param publicKey in PEM
 * @throws if it is no Ed25519 key
 */
export function isSigned(archive: Uint8Array, signature: string, publicKey: string): boolean {
  const key = createPublicKey(publicKey)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('It is another kind of key.')
  return verify(null, archive, key, Buffer.from(signature, 'base64'))
}

const PackageSchema = v.object({
  name: v.literal('counterpoint'),
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  dependencies: v.record(v.string(), v.string()),
})

/** The files that come with a version: not those of its dependencies. */
const OWN_FILE = /^(out\/|resources\/)/

/** A program from its files, whether they were read from a folder or from an archive. Throws `ArchiveError`. */
export function programOf(files: readonly ArchivedFile[]): Program {
  const about = files.find(({ path }) => path === 'package.json')
  const read = v.safeParse(PackageSchema, about && parsed(about.bytes))
  if (!read.success) throw new ArchiveError('The archive does not contain Counterpoint.')
  const commit = files.find(({ path }) => path === 'out/main/commit.txt')
  return {
    version: read.output.version,
    commit: commit && text(commit.bytes).trim(),
    dependencies: read.output.dependencies,
    files: new Map(files.filter(({ path }) => OWN_FILE.test(path)).map(({ path, bytes }) => [path, bytes])),
  }
}

/** Where the program is in a bundle, an npm package and a Debian package. */
const PROGRAM = /^(?:package|[^/]+\/program|\.\/usr\/lib\/counterpoint)\/(.*)$/

/** The files of the program in a package, by their paths in the program. Throws `ArchiveError`. */
export const filesInArchive = (archive: Uint8Array): ArchivedFile[] =>
  readTar(dataOfDeb(archive) ?? archive).flatMap(({ path, bytes }) => {
    const own = PROGRAM.exec(path)?.[1]
    return own === undefined ? [] : [{ path: own, bytes }]
  })

/** Sentences about what would change if the other program replaced the installed one. */
export function describeUpdate(installed: Program, other: Program): string[] {
  return [
    `Counterpoint ${named(installed)} is installed. The archive has ${named(other)}.`,
    ...(isOlder(other.version, installed.version)
      ? [`The archive is older: it may open projects saved by ${installed.version} for reading only.`]
      : []),
    filesSentence(installed.files, other.files),
    packagesSentence(installed.dependencies, other.dependencies),
  ]
}

const named = ({ version, commit }: Program): string => (commit ? `${version} (${commit})` : version)

function isOlder(version: string, than: string): boolean {
  const [left, right] = [version, than].map((each) => each.split('.').map(Number))
  const at = left!.findIndex((part, index) => part !== right![index])
  return at >= 0 && left![at]! < right![at]!
}

function filesSentence(before: Program['files'], after: Program['files']): string {
  const added = [...after.keys()].filter((path) => !before.has(path))
  const removed = [...before.keys()].filter((path) => !after.has(path))
  const changed = [...after].filter(([path, bytes]) => {
    const old = before.get(path)
    return old !== undefined && Buffer.compare(old, bytes) !== 0
  })
  if (added.length + removed.length + changed.length === 0) return 'Its files are the same.'
  return `Files that it would change: ${changed.length}, add: ${added.length}, remove: ${removed.length}.`
}

function packagesSentence(before: Program['dependencies'], after: Program['dependencies']): string {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  const changes = names
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name} ${before[name] ?? 'none'} → ${after[name] ?? 'none'}`)
  return changes.length === 0
    ? 'Its direct dependencies are the same.'
    : `Direct dependencies: ${changes.join(', ')}.`
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(text(bytes))
  } catch {
    return undefined
  }
}
