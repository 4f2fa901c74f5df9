import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../testing/folder'
import { readChecked } from './read-checked'

test('the size of a file is looked at before it is read', async () => {
  const path = join(await temporaryFolder(), 'file')
  await writeFile(path, 'words')
  const sizes: number[] = []
  expect((await readChecked(path, (size) => void sizes.push(size))).toString()).toBe('words')
  expect(sizes).toEqual([5])
  const refuse = () => {
    throw new Error('too large')
  }
  await expect(readChecked(path, refuse)).rejects.toThrow('too large')
})

test('a device, which may never end, is not read', async () => {
  await expect(readChecked('/dev/null', () => undefined)).rejects.toThrow('a pipe or a device')
})
