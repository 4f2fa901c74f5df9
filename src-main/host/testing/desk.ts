import { cp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runCommand } from '#domain/commands/registry'
import type { Project } from '#domain/document/project'
import { sampleProject } from '#domain/testing/sample'
import { env } from '../env'
import { GenerationStore } from '../history/version-history'
import { journalPathOf } from '../journal/journal'
import { ProjectStore } from '../store/project-store'
import { temporaryFolder } from './folder'

/** A data folder, and project files by name. */
export async function desk() {
  const folder = await temporaryFolder()
  const dataFolder = join(folder, 'data')
  const at = (name: string) => join(folder, name)
  const opened = async (coming: Promise<ProjectStore>) => {
    const store = await coming
    onTestFinished(() => store.close())
    return store
  }
  const open = (name: string) => opened(ProjectStore.open(at(name), dataFolder))
  const create = (name: string, project: Project) =>
    opened(ProjectStore.create(at(name), project, dataFolder))
  /** Edits a project so that each of these words becomes a kept state. */
  const work = async (name: string, ...words: string[]) => {
    for (const each of words) {
      const store = await open(name)
      await add(store, each)
      await store.close()
    }
  }
  /** The kept states of a file, newest first, by the words that were added last. */
  const states = async (name: string) => {
    const history = GenerationStore.of(dataFolder, at(name))
    const texts = (await history.list()).map(({ id }) => history.text(id))
    return (await Promise.all(texts)).map(
      (text) => /"text": "(State [^"]+)"(?![^]*"text": "State)/.exec(text)?.[1] ?? 'new',
    )
  }
  /** Leaves a project and the histories as a kill would now: closing it changes nothing. */
  const killed = async (store: ProjectStore) => {
    const journal = journalPathOf(store.path)
    const [file, changes] = [await readFile(store.path), await readFile(journal)]
    const generations = join(dataFolder, 'generations')
    await cp(generations, at('as killed'), { recursive: true })
    await store.close()
    await rm(generations, { recursive: true })
    await rename(at('as killed'), generations)
    await writeFile(store.path, file)
    await writeFile(journal, changes)
  }
  const first = await create('First.json', sampleProject())
  await first.close()
  await work('First.json', 'State 1', 'State 2')
  return { folder, dataFolder, at, open, create, work, states, killed }
}

/** Adds a claim with these words, as a change of the open project. */
export async function add(store: ProjectStore, words: string): Promise<void> {
  const outcome = runCommand(
    store.project,
    'claim.add',
    { text: words, category: 'judgement' },
    {
      ...env,
      newId: () => `z${words}`,
    },
  )
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  await store.patch(store.project.about.revision, outcome.patch)
}

/** The states of the first file, newest first. */
export const ALL = ['State 2', 'State 1', 'new']
