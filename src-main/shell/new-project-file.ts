import { basename, dirname, extname } from 'node:path'
import { importFormatOf } from '#domain/formats/import/catalogue'
import { newProject } from '#domain/document/project'
import { env } from '#host/env'
import { ProjectStore } from '#host/store/project-store'
import { importFiles, type FileOutcome } from './import-files'

/**
 * Makes a project file with what these files hold.
 * @returns its path, null when no file could be read and nothing was made; and what became of each file
 */
export async function newProjectFile(
  title: string,
  files: readonly string[],
  pathFor: () => Promise<string> | string,
): Promise<{ path: string | null; outcomes: readonly FileOutcome[] }> {
  const { project, outcomes } = await importFiles(newProject(title, env), files)
  if (!outcomes.some(({ kind }) => kind === 'added')) return { path: null, outcomes }
  const store = await ProjectStore.create(await pathFor(), project)
  await store.close()
  return { path: store.path, outcomes }
}

/** A title for a project made of what the user named: its own name, or that of the folder that all of it is in. */
export function titleFor(named: readonly string[]): string {
  const [first] = named
  const folders = new Set(named.map((path) => dirname(path)))
  const name = named.length === 1 ? first : folders.size === 1 ? folders.values().next().value : undefined
  return (name && stem(basename(name))) || 'Imported articles'
}

const stem = (name: string): string => (importFormatOf(name) ? name.slice(0, -extname(name).length) : name)
