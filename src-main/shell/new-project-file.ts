import { basename, dirname, extname } from 'node:path'
import { newProject } from '#domain/project'
import { env } from '#host/env'
import { ProjectStore } from '#host/project-store'
import { importFiles, type FileOutcome } from './import-files'

/**
 * Makes a project file with what these files hold.
 * @returns its path, null when no file could be read and nothing was made; and what became of each file
 */
export async function newProjectFile(
  title: string,
  files: readonly string[],
  pathFor: (title: string) => Promise<string> | string,
): Promise<{ path: string | null; outcomes: readonly FileOutcome[] }> {
  const { project, outcomes } = await importFiles(newProject(title, env), files)
  if (!outcomes.some(({ kind }) => kind === 'added')) return { path: null, outcomes }
  const store = await ProjectStore.create(await pathFor(title), project)
  await store.close()
  return { path: store.path, outcomes }
}

/** A title for a project made of these files: the one file's own name, or that of the folder they share. */
export function titleFor(files: readonly string[]): string {
  const folders = new Set(files.map((file) => dirname(file)))
  const [first] = files
  if (first && files.length === 1) return basename(first, extname(first))
  return (folders.size === 1 && first && basename(dirname(first))) || 'Imported articles'
}
