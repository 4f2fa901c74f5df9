import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The address of a local socket: abstract on Linux, a named pipe on Windows, else a file for temporary files. Other users
 * of the machine can connect to the first two.
 */
export function socketAddress(name: string): string {
  if (process.platform === 'linux') return `\0${name}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  return join(tmpdir(), `${name}.sock`)
}
