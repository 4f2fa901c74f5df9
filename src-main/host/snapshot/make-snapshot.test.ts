import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runCommand } from '#domain/commands/registry'
import { sampleProject } from '#domain/testing/sample'
import { env } from '../env'
import { contentHash } from '../files/durable-file'
import { GenerationStore } from '../history/version-history'
import { Journal } from '../journal/journal'
import { temporaryFolder } from '../testing/folder'
import { BaseLost, keepGeneration, makeSnapshot, type SnapshotJob } from './snapshot'
import { fileText } from '../store/file-text'

const SAMPLE = fileText(sampleProject())
const announced = () => Promise.resolve()

/** A project's file with a claim for each of these words in the journal beside it. */
async function killed(...words: string[]) {
  const folder = join(await temporaryFolder(), 'projects')
  await mkdir(folder)
  const path = join(folder, 'Project.json')
  await writeFile(path, SAMPLE)
  const generation = contentHash(SAMPLE)
  const journal = new Journal(path, 'project', generation)
  onTestFinished(() => journal.close())
  const lines = words.map((text, index) => {
    const outcome = runCommand(sampleProject(), 'claim.add', { text, category: 'judgement' }, env)
    if ('refusal' in outcome) throw new Error(outcome.refusal)
    return JSON.stringify({ revision: index + 1, modified: '2026-03-08T12:00:00.000Z', patch: outcome.patch })
  })
  await journal.write(lines)
  const job: SnapshotJob = { path, history: null, generation, from: 0, through: words.length }
  const claims = async () => {
    const { claims } = JSON.parse(await readFile(path, 'utf8')) as { claims: { text: string }[] }
    return words.filter((word) => claims.some(({ text }) => text === word))
  }
  return { folder, path, job, claims }
}

test.each([
  [0, 3, ['One', 'Two', 'Three']],
  [0, 1, ['One']],
  [1, 2, ['Two']],
  [2, 3, ['Three']],
] as const)(
  'the lines of the journal after %s and up to %s are included in the file',
  async (from, through, words) => {
    const { job, claims } = await killed('One', 'Two', 'Three')
    await makeSnapshot({ ...job, from, through }, announced)
    expect(await claims()).toEqual(words)
  },
)

test('a file is not written from a journal with missing lines', async () => {
  const { path, job } = await killed('One')
  await expect(makeSnapshot({ ...job, through: 2 }, announced)).rejects.toThrow(BaseLost)
  expect(await readFile(path, 'utf8')).toBe(SAMPLE)
})

test('the file is written even if the history cannot be', async () => {
  const { folder, job, claims } = await killed('One')
  const inTheWay = join(folder, 'in the way')
  await writeFile(inTheWay, '')
  await makeSnapshot({ ...job, history: join(inTheWay, 'history') }, announced)
  expect(await claims()).toEqual(['One'])
})

test('the content of the file is added to the history only if Counterpoint wrote it', async () => {
  const { folder, path, job } = await killed()
  const history = join(folder, 'history')
  await writeFile(path, SAMPLE.replace('It was a bribe.', 'It was hedging.'))
  await keepGeneration({ ...job, history })
  expect(await new GenerationStore(history).list()).toEqual([])
  await writeFile(path, SAMPLE)
  await keepGeneration({ ...job, history })
  expect(await new GenerationStore(history).list()).toMatchObject([{ generation: job.generation }])
})

test('another program’s version is kept once, however often writing the file fails', async () => {
  const { folder, path, job } = await killed('One')
  const theirs = SAMPLE.replace('It was a bribe.', 'It was hedging.')
  const other = SAMPLE.replace('It was a bribe.', 'It was heading.')
  const stop = () => Promise.reject(new Error('stopped'))
  const text = { ...job, text: SAMPLE }
  for (const content of [theirs, theirs, other, theirs]) {
    await writeFile(path, content)
    await expect(makeSnapshot(text, stop)).rejects.toThrow('stopped')
  }
  const aside = (await readdir(folder)).filter((name) => name.includes('changed elsewhere'))
  const kept = await Promise.all(aside.map((name) => readFile(join(folder, name), 'utf8')))
  expect(kept.sort()).toEqual([theirs, other].sort())
  const { setAside } = await makeSnapshot(text, announced)
  expect(await readFile(join(folder, basename(setAside!)), 'utf8')).toBe(theirs)
})
