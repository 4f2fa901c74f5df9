import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runCommand } from '#domain/commands/registry'
import { sampleProject } from '#domain/testing/sample'
import { env } from '../env'
import { ProjectStore } from '../store/project-store'
import { temporaryFolder } from './folder'

/** The text of a file. */
export const text = (path: string) => readFile(path, 'utf8')

/** Saves a new claim in a project. */
export async function add(store: ProjectStore, words: string) {
  const outcome = runCommand(store.project, 'claim.add', { text: words, category: 'judgement' }, env)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return store.patch(store.project.about.revision, outcome.patch)
}

/** The path of the file that records the state after the last write. */
export async function lastOf(folder: string): Promise<string> {
  const generations = join(folder, 'data', 'generations')
  return join(generations, (await readdir(generations))[0]!, 'last.json')
}

/** A closed project with a history, and a way to leave changes in its journal, as a crash does. */
export async function project(history = true) {
  const folder = await temporaryFolder()
  const [path, dataFolder] = [join(folder, 'Project.json'), history ? join(folder, 'data') : undefined]
  const open = async () => {
    const store = await ProjectStore.open(path, dataFolder)
    onTestFinished(() => store.close())
    return store
  }
  const first = await ProjectStore.create(path, sampleProject(), dataFolder)
  await add(first, 'In the file')
  await first.close()
  const killed = async (...words: string[]) => {
    const store = await open()
    const base = await text(path)
    for (const each of words) await add(store, each)
    const journal = await text(join(folder, 'Project.journal'))
    const last = history ? await text(await lastOf(folder)) : ''
    await store.close()
    const closed = await text(path)
    await writeFile(path, base)
    await writeFile(join(folder, 'Project.journal'), journal)
    if (history) await writeFile(await lastOf(folder), last)
    return { base, journal, closed }
  }
  const beside = async (what: string) => (await readdir(folder)).filter((name) => name.includes(`(${what} `))
  return { folder, path, open, killed, beside, journalPath: join(folder, 'Project.journal') }
}
