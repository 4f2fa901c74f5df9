import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { sampleProject } from '#domain/testing/sample'
import { journalPathOf } from '../journal/journal'
import { whyUnwritable } from '../store/open-locked'
import { ProjectStore } from '../store/project-store'
import { temporaryFolder } from '../testing/folder'
import { claim } from '../testing/stores'
import { whyInPlaceInFolder } from './sticky-folder'

/** A project in a folder with this mode. All files that are there belong to another user from now on. */
async function ofAnother(mode: number) {
  const folder = join(await temporaryFolder(), 'team')
  await mkdir(folder)
  await chmod(folder, mode)
  const path = join(folder, 'p.json')
  await (await ProjectStore.create(path, sampleProject())).close()
  const { uid } = await stat(path)
  const user = vi.spyOn(process, 'geteuid').mockReturnValue(uid + 1)
  onTestFinished(() => user.mockRestore())
  return path
}

const inode = async (path: string) => (await stat(path)).ino

test.skipIf(process.platform === 'win32')(
  'where only its owner may replace a file, it is written in place, and this is said',
  async () => {
    for (const [mode, isKept] of [
      [0o1777, true],
      [0o777, false],
    ] as const) {
      const path = await ofAnother(mode)
      const before = await inode(path)
      const store = await ProjectStore.open(path)
      await store.patch(0, claim(store, 'By a colleague'))
      await store.close()
      expect(await readFile(path, 'utf8')).toBe(store.document)
      expect((await inode(path)) === before).toBe(isKept)
      expect(await whyInPlaceInFolder(path)).toEqual(
        isKept ? expect.stringContaining('lets only that user replace it') : null,
      )
    }
  },
)

test.skipIf(process.platform === 'win32')(
  'where only its owner may replace the changes beside a file, it is said that nothing can be saved',
  async () => {
    const path = await ofAnother(0o1777)
    expect(await whyUnwritable(path)).toBeNull()
    await writeFile(journalPathOf(path), 'of a colleague')
    expect(await whyUnwritable(path)).toMatch(/“p.journal” beside .* belong to another user/)
  },
)
