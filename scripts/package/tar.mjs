import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const BLOCK = 512

/**
 * A folder as a tar archive (POSIX ustar), compressed. The same files give the same bytes: in the order of their names,
 * with one date, without owners.
 * @param {string} folder
 * @param {string} name the folder's name in the archive
 * @param {number} date of every entry, in seconds since 1970
 */
export function tarOf(folder, name, date) {
  const blocks = listOf(folder).flatMap((path) => {
    const bytes = readFileSync(join(folder, path))
    const isExecutable = (statSync(join(folder, path)).mode & 0o111) !== 0
    const mode = isExecutable ? 0o755 : 0o644
    return [header(`${name}/${path}`, bytes.length, mode, date), padded(bytes)]
  })
  const archive = gzipSync(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]))
  // The tenth byte names the system on which it was compressed (RFC 1952); 255 is unknown.
  archive[9] = 255
  return archive
}

/** The paths of all files in a folder, with slashes, in a fixed order. */
export function listOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}

function header(path, size, mode, date) {
  const block = Buffer.alloc(BLOCK)
  const { prefix, name } = split(path)
  block.write(name, 0)
  const octal = (value, at, length) => block.write(value.toString(8).padStart(length - 1, '0'), at)
  octal(mode, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(date, 136, 12)
  block.write(' '.repeat(8), 148)
  block.write('0', 156)
  block.write('ustar\0' + '00', 257)
  block.write(prefix, 345)
  const sum = block.reduce((total, byte) => total + byte, 0)
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

/** A path has 155 bytes for its folders and 100 for the rest. */
function split(path) {
  if (Buffer.byteLength(path) <= 100) return { prefix: '', name: path }
  const at = path.indexOf('/', path.length - 101)
  const parts = { prefix: path.slice(0, at), name: path.slice(at + 1) }
  if (at > 0 && Buffer.byteLength(parts.name) <= 100 && Buffer.byteLength(parts.prefix) <= 155) return parts
  throw new Error(`The path is too long for an archive: ${path}`)
}

function padded(bytes) {
  return Buffer.concat([bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)])
}
