import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { runCommand } from '#domain/commands/registry'
import { sampleProject } from '#domain/testing/sample'
import { env } from '../env'
import { contentHash, fileStamp } from '../files/durable-file'
import { Journal } from '../journal/journal'
import { SerialQueue } from '../store/serial-queue'
import { disk } from '../testing/recorded-disk'
import { temporaryFolder } from '../testing/folder'
import { SnapshotScheduler } from './snapshot-scheduler'
import { fileText } from '../store/file-text'

vi.mock('node:fs/promises', async (original) =>
  (await import('../testing/recorded-disk')).recordedDisk(await original()),
)

const SAMPLE = fileText(sampleProject())

/** The line of a journal that changes the title for the nth time. */
function lineOf(revision: number): string {
  const project = sampleProject()
  const titled = { ...project, about: { ...project.about, title: `Title ${revision - 1}` } }
  const from = revision === 1 ? project : titled
  const outcome = runCommand(from, 'project.rename', { title: `Title ${revision}` }, env)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return JSON.stringify({ revision, modified: '2026-03-08T12:00:00.000Z', patch: outcome.patch })
}

/** A project's file with so many changes in the journal beside it, and the scheduler that writes it. */
async function scheduled(changes: number) {
  const folder = join(await temporaryFolder(), 'folder')
  await mkdir(folder)
  const path = join(folder, 'Project.json')
  await writeFile(path, SAMPLE)
  const generation = contentHash(SAMPLE)
  const journal = new Journal(path, 'project', generation)
  onTestFinished(() => journal.close())
  await journal.write(Array.from({ length: changes }, (_, index) => lineOf(index + 1)))
  const asked: string[] = []
  const memory = {
    confirm: () => Promise.resolve(),
    flush: () => Promise.resolve(void asked.push('flush')),
    text: () => {
      asked.push('text')
      return SAMPLE
    },
    onWritten: () => undefined,
  }
  const standing = { generation, included: 0, fileStamp: (await fileStamp(path))! }
  const ready = { ...standing, journal, notKept: null, contents: undefined }
  const make = () => new SnapshotScheduler(path, ready, undefined, new SerialQueue(), memory)
  return { folder, path, journal, asked, make }
}

function fakeTimers(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
}

/** The names in a folder, after so many milliseconds. */
const later = async (folder: string, time: number): Promise<string[]> => {
  await vi.advanceTimersByTimeAsync(time)
  return readdir(folder)
}

test('changes found in a journal are written to the file after a pause', async () => {
  fakeTimers()
  const { folder, path, make } = await scheduled(2)
  const scheduler = make()
  await expect.poll(() => later(folder, 1000)).toEqual(['Project.json'])
  await scheduler.close()
  expect(await readFile(path, 'utf8')).toContain('"title": "Title 2"')
})

test('writing the file is retried after a longer pause', async () => {
  fakeTimers()
  const { folder, make } = await scheduled(1)
  const scheduler = make()
  disk.failOnce('rename', 'temporary', 'EIO')
  await expect(scheduler.snapshotNow()).rejects.toMatchObject({ code: 'EIO' })
  expect(await later(folder, 4000)).toContain('Project.journal')
  await expect.poll(() => later(folder, 1000)).toEqual(['Project.json'])
  await scheduler.close()
})

test('a file that cannot be written is said if that does not pass by itself, until it can be', async () => {
  fakeTimers()
  const { make } = await scheduled(1)
  const scheduler = make()
  for (const [code, said] of [
    ['EPERM', /^Your changes are saved in “Project.journal”, but.*no permission/],
    ['EROFS', /the disk is read-only/],
    ['EIO', null],
  ] as const) {
    disk.failOnce('rename', 'temporary', code)
    await expect(scheduler.snapshotNow()).rejects.toMatchObject({ code })
    expect(scheduler.problem).toEqual(said && expect.stringMatching(said))
  }
  disk.failOnce('rename', 'temporary', 'EPERM')
  await expect(scheduler.snapshotNow()).rejects.toMatchObject({ code: 'EPERM' })
  await scheduler.snapshotNow()
  expect([scheduler.problem, scheduler.fileProblem]).toEqual([null, null])
  await scheduler.close()
})

test('a journal of a thousand lines is written to the file at once, without a pause', async () => {
  fakeTimers()
  const { folder, make } = await scheduled(1000)
  const scheduler = make()
  expect(vi.getTimerCount()).toBe(0)
  await expect.poll(() => readdir(folder)).toEqual(['Project.json'])
  await scheduler.close()
})

test('one line less waits for a pause', async () => {
  fakeTimers()
  const { folder, make } = await scheduled(999)
  const scheduler = make()
  expect(vi.getTimerCount()).toBe(1)
  expect(await readdir(folder)).toContain('Project.journal')
  await scheduler.close()
})

test('pending changes are flushed before the project’s text is taken', async () => {
  const { asked, make } = await scheduled(1)
  const scheduler = make()
  await scheduler.recreate()
  await scheduler.close()
  expect(asked).toEqual(['flush', 'text'])
})

test('the new file is recognised as Counterpoint’s as soon as it has its name', async () => {
  const { path, make } = await scheduled(1)
  const scheduler = make()
  let isAsLeft: boolean | undefined
  disk.once('rename', 'temporary', async (rename, args) => {
    await rename(...args)
    isAsLeft = scheduler.isAsLeft(await fileStamp(path))
  })
  await scheduler.snapshotNow()
  await scheduler.close()
  expect(isAsLeft).toBe(true)
})
