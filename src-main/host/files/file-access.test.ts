import { chmod, chown, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { save } from '#domain/document/save'
import { sampleProject } from '#domain/testing/sample'
import { journalPathOf } from '../journal/journal'
import { ProjectStore } from '../store/project-store'
import { temporaryFolder } from '../testing/folder'
import { claim } from '../testing/stores'

/** Root may give a file to any group, other users to those that they are in. */
const groups = process.getuid?.() === 0 ? [4242] : (process.getgroups?.() ?? [])

test.skipIf(process.platform === 'win32')(
  'a file that a team shares keeps its mode and group when it is saved, and its journal has the same',
  async () => {
    const folder = join(await temporaryFolder(), 'shared')
    await mkdir(folder)
    const path = join(folder, 'Project.json')
    await writeFile(path, save(sampleProject()))
    await chmod(path, 0o664)
    await chown(path, process.getuid!(), groups.at(-1)!)
    const { ino, gid } = await stat(path)
    const store = await ProjectStore.open(path)
    onTestFinished(() => store.close())
    await store.patch(0, claim(store, 'Shared'))
    expect(await stat(journalPathOf(path))).toMatchObject({ mode: 0o100664, gid })
    await store.close()
    expect(await readFile(path, 'utf8')).toContain('Shared')
    const after = await stat(path)
    expect(after).toMatchObject({ mode: 0o100664, gid })
    expect(after.ino).not.toBe(ino)
  },
)
