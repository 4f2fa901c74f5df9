import type * as FileSystem from 'node:fs/promises'
import { chmod, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { save } from '#domain/document/save'
import { sampleProject } from '#domain/testing/sample'
import { journalPathOf } from '../journal/journal'
import { lockPathOf } from '../store/machine-lock'
import { ProjectStore } from '../store/project-store'
import { temporaryFolder } from '../testing/folder'
import { claim } from '../testing/stores'
import { copyDurably } from './durable-file'
import { takeAccess, whyInPlace } from './file-access'

/** Files whose group this user is not in: they look so, and cannot be given away. */
const foreign = vi.hoisted(() => new Set<string>())

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FileSystem>()
  return {
    ...real,
    stat: async (path: string, options: object) => {
      const found = await real.stat(path, options)
      return foreign.has(path) ? Object.assign(found, { uid: 3001, gid: 4000 }) : found
    },
    chown: () => Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' })),
  }
})

/** A project of a colleague, in a group that this user is not in. */
async function ofColleague(mode: number) {
  const base = await temporaryFolder()
  const path = join(base, 'Project.json')
  await writeFile(path, save(sampleProject()))
  await chmod(path, mode)
  foreign.add(path)
  onTestFinished(() => foreign.clear())
  return { path, base }
}

const modeOf = async (path: string) => (await stat(path)).mode & 0o777

test.skipIf(process.platform === 'win32').each([
  [0o666, 0o666],
  [0o664, 0o644],
  [0o660, 0o600],
  [0o606, 0o600],
  [0o466, 0o644],
])(
  'where the group of a file of %o cannot be kept, everybody gets what all have of it',
  async (of, given) => {
    const { path, base } = await ofColleague(of)
    const other = join(base, 'other')
    await writeFile(other, '', { mode: 0o600 })
    expect(await takeAccess(path, other)).toBe(false)
    expect(await modeOf(other)).toBe(given)
  },
)

test.skipIf(process.platform === 'win32')(
  'a colleague who may write a project can read its journal, its lock and its copies',
  async () => {
    const { path, base } = await ofColleague(0o666)
    const store = await ProjectStore.open(path, join(base, 'data'))
    onTestFinished(() => store.close())
    await store.patch(0, claim(store, 'For all'))
    expect(await modeOf(journalPathOf(path))).toBe(0o666)
    expect(await modeOf(lockPathOf(path))).toBe(0o666)
    await copyDurably(path, join(base, 'copy'))
    expect(await modeOf(join(base, 'copy'))).toBe(0o666)
    await writeFile(lockPathOf(path), 'of another')
    await expect(store.patch(1, claim(store, 'Too late'))).rejects.toMatchObject({ code: 'locked' })
    const [copy = ''] = (await readdir(base)).filter((name) => name.includes('(from '))
    expect(await readFile(join(base, copy), 'utf8')).toContain('For all')
    expect(await modeOf(join(base, copy))).toBe(0o666)
  },
)

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'that colleagues cannot read what is not in the file yet is said',
  async () => {
    expect(await whyInPlace((await ofColleague(0o666)).path)).not.toContain('only you can open it')
    expect(await whyInPlace((await ofColleague(0o660)).path)).toContain('only you can open it')
  },
)
