import { readFile, stat } from 'node:fs/promises'

/**
 * The content of a file whose size is looked at before it is read. Refuses pipes and devices: they have no size, and may
 * never end.
 * @param check throws for a size, in bytes, that is too large
 */
export async function readChecked(path: string, check: (size: number) => void): Promise<Buffer> {
  const found = await stat(path)
  // Reading a folder fails by itself, with an error that says so.
  if (!found.isFile() && !found.isDirectory()) throw new Error('it is a pipe or a device, not a file')
  check(found.size)
  return readFile(path)
}
