import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#host/testing/folder'
import { contentWithinLimit } from './read-within-limit'

test('a large file is left to the process that reads it, and one over its limit is refused', async () => {
  const path = join(await temporaryFolder(), 'a.pdf')
  await writeFile(path, '%PDF-1.4')
  expect(Buffer.from((await contentWithinLimit(path)) as Uint8Array).toString()).toBe('%PDF-1.4')
  await truncate(path, 190 * 1024 * 1024)
  expect(await contentWithinLimit(path)).toEqual({ path })
  await truncate(path, 201 * 1024 * 1024)
  await expect(contentWithinLimit(path)).rejects.toThrow(/201 MB, more than the limit of 200 MB/)
  await expect(contentWithinLimit(`${path}.pdf`)).rejects.toThrow(/There is no file/)
})
