import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runCommand, type CommandInputs } from '#domain/commands/registry'
import type { Patch } from '#domain/document/patch'
import { sampleProject } from '#domain/testing/sample'
import { env } from '../env'
import { recoverProject } from '../recovery/recover-project'
import { fileText } from '../store/file-text'
import { ProjectStore } from '../store/project-store'
import { temporaryFolder } from './folder'

/** Longer than the scheduler waits for a pause in the work. Milliseconds. */
export const LONGEST_PAUSE = 60_000

/** A store on a new file in a folder of its own. Both are removed after the test. */
export async function freshStore(): Promise<{ store: ProjectStore; path: string; folder: string }> {
  const folder = join(await temporaryFolder(), 'projects')
  await mkdir(folder)
  const path = join(folder, 'Project.json')
  const store = await ProjectStore.create(path, sampleProject())
  onTestFinished(() => store.close())
  return { store, path, folder }
}

export const open = async (path: string): Promise<ProjectStore> => {
  const store = await ProjectStore.open(path)
  onTestFinished(() => store.close())
  return store
}

export function patchOf<Name extends keyof CommandInputs>(
  { project }: ProjectStore,
  name: Name,
  input: CommandInputs[Name],
): Patch {
  const outcome = runCommand(project, name, input, env)
  if ('refusal' in outcome) throw new Error(outcome.refusal)
  return outcome.patch
}

export const claim = (store: ProjectStore, text: string) =>
  patchOf(store, 'claim.add', { text, category: 'judgement' })
export const text = (path: string) => readFile(path, 'utf8')
/** The project as it would open now: the file with its journal. */
export const standing = async (path: string) => fileText((await recoverProject(path, undefined)).project)
