import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The beginning of a JPEG: bytes that no text contains. */
export const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
  Buffer.from(Array.from({ length: 2000 }, (_, index) => (index * 37) % 256)),
])

export const HALF_A_HUNDRED_MEGABYTES = 50 * 1024 * 1024

/** An article of a few paragraphs. By default its text is unique to its title. */
export const article = (title: string, ...paragraphs: string[]): string =>
  [title, ...(paragraphs.length > 0 ? paragraphs : [[...title].join(' and ')]), ''].join('\n\n')

/** A valid project file without content. */
export const emptyProject = (title: string): Record<string, unknown> => ({
  format: 'counterpoint',
  version: 2,
  id: 'made-by-hand',
  title,
  created: '2026-01-02T03:04:05.000Z',
  modified: '2026-01-02T03:04:05.000Z',
  revision: 0,
  categories: [{ id: 'claim', name: 'Claim', colour: 'amber', key: '1', definition: '' }],
  sources: [],
  claims: [],
  excerpts: [],
  relations: [],
  maps: [],
  placements: [],
})

/** Writes files into a new folder. Returns their paths in the given order. */
export async function filesIn(
  parent: string,
  name: string,
  files: Record<string, string | Uint8Array>,
): Promise<string[]> {
  const folder = join(parent, name)
  await mkdir(folder, { recursive: true })
  return Promise.all(
    Object.entries(files).map(async ([fileName, content]) => {
      const path = join(folder, fileName)
      await writeFile(path, content)
      return path
    }),
  )
}
