import { basename, dirname, extname } from 'node:path'
import { importFormatOf } from '#domain/formats/import/catalogue'
import { newProject } from '#domain/document/project'
import { env } from '#host/env'
import { ProjectStore } from '#host/store/project-store'
import { importFiles, type FileOutcome } from './import-files'

/**
 * Creates a project file from these files.
 * @param dataFolder the folder with the projects' histories
 * @returns its path, null if no file could be read and nothing was created; and the outcome for each file
 */
export async function newProjectFile(
  title: string,
  files: readonly string[],
  dataFolder: string,
  pathFor: () => Promise<string> | string,
): Promise<{ path: string | null; outcomes: readonly FileOutcome[] }> {
  const { project, outcomes } = await importFiles(newProject(title, env), files, dataFolder)
  if (!outcomes.some(({ kind }) => kind === 'added')) return { path: null, outcomes }
  const store = await ProjectStore.create(await pathFor(), project, dataFolder)
  await store.close()
  return { path: store.path, outcomes }
}

/** A title for a project made of what the user named: the name of the file, or of the common folder. */
export function titleFor(named: readonly string[]): string {
  const [first] = named
  const folders = new Set(named.map((path) => dirname(path)))
  const name = named.length === 1 ? first : folders.size === 1 ? folders.values().next().value : undefined
  return (name && stem(basename(name))) || 'Imported articles'
}

const stem = (name: string): string => (importFormatOf(name) ? name.slice(0, -extname(name).length) : name)
