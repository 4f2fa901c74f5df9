import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './app'

/** The folder in which the app under test keeps the projects that are made in it. */
export const projectsFolder = (app: App): string => join(app.dataFolder, 'projects')

/** The file of a project that was started in the app under test, by its title. */
export const projectFile = (app: App, title: string): string => join(projectsFolder(app), `${title}.json`)

/** What is read of a project file here. */
export interface OnDisk {
  readonly title: string
  readonly revision: number
  readonly sources: { title: string; text: string; arrived: string; encoding: string }[]
  readonly claims: { text: string; note: string }[]
  readonly placements: { claim: string; x: number; y: number }[]
}

export const readProject = async (path: string): Promise<OnDisk> =>
  JSON.parse(await readFile(path, 'utf8')) as OnDisk

/** The names and contents of all files under a folder: equal when, byte for byte, nothing was touched. */
export async function snapshot(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hashes = files.sort().map(
    async (path) =>
      [
        path,
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ] as const,
  )
  return Object.fromEntries(await Promise.all(hashes))
}
