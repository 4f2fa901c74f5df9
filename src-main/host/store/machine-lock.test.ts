import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import type * as System from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ContractError } from '#api/errors'
import { save } from '#domain/document/save'
import { sampleProject } from '#domain/testing/sample'
import { temporaryFolder } from '../testing/folder'
import { claim } from '../testing/stores'
import { lockPathOf } from './machine-lock'
import { OpenProjects } from './open-projects'
import { ProjectStore } from './project-store'
import { ReadOnlyProject } from './read-only-project'

const names = vi.hoisted(() => ({ host: '' }))
vi.mock('node:os', async (original) => {
  const real = await original<typeof System>()
  return { ...real, hostname: () => names.host || real.hostname() }
})

const ELSEWHERE = JSON.stringify({
  ...{ format: 'counterpoint-lock', machine: 'another', host: 'laptop', process: 1 },
  since: '2026-01-05T09:00:00.000Z',
})

/** A project in a folder that machines share, and the Counterpoint of this machine. */
async function shared() {
  const folder = await temporaryFolder()
  const shelf = join(folder, 'shared')
  const path = join(shelf, 'Project.json')
  const projects = new OpenProjects(join(folder, 'data'))
  onTestFinished(() => projects.closeAll())
  await mkdir(shelf)
  await writeFile(path, save(sampleProject()))
  return { folder, shelf, path, projects }
}

/** What a lock says that another process of this machine could have written, with some of it changed. */
async function lockOf(path: string, projects: OpenProjects, changed: object) {
  const { key } = await projects.open(path)
  const lock = JSON.parse(await readFile(lockPathOf(path), 'utf8')) as Record<string, unknown>
  await projects.close(key)
  return JSON.stringify({ ...lock, token: '0'.repeat(32), ...changed })
}

test('a lock is beside the file while it is open, and a dead one of this machine does not count', async () => {
  const { shelf, path, projects } = await shared()
  const first = await projects.open(path)
  const lock = await readFile(lockPathOf(path), 'utf8')
  await projects.close(first.key)
  expect(await readdir(shelf)).toEqual(['Project.json'])
  await writeFile(lockPathOf(path), lock.replace(/"process":\d+/, '"process":1'))
  expect((await projects.open(path)).opened).toBeInstanceOf(ProjectStore)
})

test('a project that is open on another machine is read-only here, until it is closed there or taken over', async () => {
  const { path, projects } = await shared()
  await writeFile(lockPathOf(path), ELSEWHERE)
  const { key, opened } = await projects.open(path)
  if (!(opened instanceof ReadOnlyProject)) throw new Error('it can be edited')
  expect(opened.readOnly).toMatchObject({
    why: 'elsewhere',
    sentence: expect.stringMatching(/open on another machine \(“laptop”, since 5 Jan 2026/) as string,
  })
  expect(await opened.isFree()).toBe(false)
  expect(await readFile(lockPathOf(path), 'utf8')).toBe(ELSEWHERE)
  await projects.close(key)
  const taken = await projects.open(path, true)
  expect(taken.opened).toBeInstanceOf(ProjectStore)
})

test('a machine that has lost the lock writes nothing more, and keeps what it had saved beside the file', async () => {
  const { shelf, path, projects } = await shared()
  const { key } = await projects.open(path)
  const store = projects.store(key)
  await store.patch(0, claim(store, 'Saved here'))
  const theirs = (await readFile(path, 'utf8')).replace('It was a bribe.', 'It was hedging.')
  await writeFile(path, theirs)
  await writeFile(lockPathOf(path), ELSEWHERE)
  const refused = await store.patch(1, claim(store, 'Too late')).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(ContractError)
  expect(refused).toMatchObject({ code: 'locked' })
  const [copy = ''] = (await readdir(shelf)).filter((name) => name.includes('(from '))
  expect((refused as Error).message).toContain(copy)
  expect(await readFile(join(shelf, copy), 'utf8')).toContain('Saved here')
  await projects.close(key)
  expect(await readFile(path, 'utf8')).toBe(theirs)
  expect(await readFile(lockPathOf(path), 'utf8')).toBe(ELSEWHERE)
})

test('a lock that vanishes, as a sync client may make it, is written again', async () => {
  const { path, projects } = await shared()
  const { key } = await projects.open(path)
  const store = projects.store(key)
  await rm(lockPathOf(path))
  await store.patch(0, claim(store, 'Saved'))
  expect(await readFile(lockPathOf(path), 'utf8')).toContain('counterpoint-lock')
})

test('a project in the folder of Counterpoint’s own data has a lock too: that may lie on a share', async () => {
  const { folder, projects } = await shared()
  const path = join(folder, 'data', 'projects', 'Own.json')
  await mkdir(join(folder, 'data', 'projects'), { recursive: true })
  await writeFile(path, save(sampleProject()))
  const { key } = await projects.open(path)
  expect(await readFile(lockPathOf(path), 'utf8')).toContain('counterpoint-lock')
  await projects.close(key)
  expect(await readdir(join(folder, 'data', 'projects'))).toEqual(['Own.json'])
  expect(await readdir(join(folder, 'data', 'locks'))).toEqual([])
})

test.runIf(process.platform === 'linux')(
  'a process of this machine that does not share its sockets has the project until it ends',
  async () => {
    const { path, projects } = await shared()
    const other = spawn('sleep', ['600'])
    onTestFinished(() => void other.kill('SIGKILL'))
    await once(other, 'spawn')
    const started = Number((await readFile(`/proc/${other.pid!}/stat`, 'utf8')).split(' ')[21])
    await writeFile(lockPathOf(path), await lockOf(path, projects, { process: other.pid!, started }))
    const { key, opened } = await projects.open(path)
    if (!(opened instanceof ReadOnlyProject)) throw new Error('it can be edited')
    expect(opened.readOnly).toMatchObject({
      why: 'elsewhere',
      sentence: expect.stringContaining('in another Counterpoint on this machine') as string,
    })
    other.kill('SIGKILL')
    await once(other, 'exit')
    expect(await opened.isFree()).toBe(true)
    await projects.close(key)
    expect((await projects.open(path)).opened).toBeInstanceOf(ProjectStore)
  },
)

test('of the locks that this machine left when it crashed, an installation knows its own', async () => {
  const { folder, path, projects } = await shared()
  const lock = await lockOf(path, projects, { system: 'before it was started again' })
  await writeFile(lockPathOf(path), lock)
  const clone = await projects.open(path)
  expect(clone.opened).toBeInstanceOf(ReadOnlyProject)
  await projects.close(clone.key)
  await writeFile(join(folder, 'data', 'locks', '0'.repeat(32)), '')
  const own = await projects.open(path)
  expect(own.opened).toBeInstanceOf(ProjectStore)
  await projects.close(own.key)
  expect(await readdir(join(folder, 'data', 'locks'))).toEqual([])
})

test.each([
  ['is cut short', (path: string) => writeFile(path, ELSEWHERE.slice(0, 40))],
  ['is empty', (path: string) => writeFile(path, '')],
  ['is a folder', (path: string) => mkdir(path)],
  ['is too long', (path: string) => writeFile(path, ' '.repeat(5000) + ELSEWHERE)],
])('a lock that %s counts as that of somebody', async (_case, make) => {
  const { path, projects } = await shared()
  await make(lockPathOf(path))
  const { opened } = await projects.open(path)
  if (!(opened instanceof ReadOnlyProject)) throw new Error('it can be edited')
  expect(opened.readOnly).toMatchObject({
    why: 'elsewhere',
    sentence: expect.stringContaining('its lock file “Project.json.lock” cannot be read') as string,
  })
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a lock that one may not read counts as that of somebody, and can be taken over',
  async () => {
    const { path, projects } = await shared()
    await writeFile(lockPathOf(path), ELSEWHERE)
    await chmod(lockPathOf(path), 0)
    expect((await projects.open(path)).opened).toBeInstanceOf(ReadOnlyProject)
    expect((await projects.open(path, true)).opened).toBeInstanceOf(ProjectStore)
  },
)

test('a project with the longest name has a lock', async () => {
  const { shelf, projects } = await shared()
  for (const stem of ['n'.repeat(250), 'ŋ'.repeat(125)]) {
    const path = join(shelf, `${stem}.json`)
    await writeFile(path, save(sampleProject()))
    await writeFile(lockPathOf(path), ELSEWHERE)
    expect((await projects.open(path)).opened).toBeInstanceOf(ReadOnlyProject)
    expect((await projects.open(path, true)).opened).toBeInstanceOf(ProjectStore)
  }
})

test('a machine that is given another name meanwhile removes its lock', async () => {
  const { shelf, path, projects } = await shared()
  onTestFinished(() => void (names.host = ''))
  const { key } = await projects.open(path)
  names.host = 'laptop-dhcp'
  const store = projects.store(key)
  await store.patch(0, claim(store, 'Saved'))
  await projects.close(key)
  expect(await readdir(shelf)).toEqual(['Project.json'])
})

test('whoever has lost the lock writes nothing more, even when the other has gone', async () => {
  const { path, projects } = await shared()
  const store = projects.store((await projects.open(path)).key)
  await writeFile(lockPathOf(path), ELSEWHERE)
  await expect(store.patch(0, claim(store, 'Too late'))).rejects.toMatchObject({ code: 'locked' })
  await rm(lockPathOf(path))
  await expect(store.patch(0, claim(store, 'Too late'))).rejects.toMatchObject({ code: 'locked' })
})
