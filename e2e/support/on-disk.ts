import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type App } from './app'

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

/** What the disk holds of a project: its file, and on it the changes in the journal beside it. */
export async function readProject(path: string): Promise<OnDisk> {
  const [file, journal] = await Promise.all([
    readFile(path, 'utf8'),
    readFile(`${path.replace(/\.json$/, '')}.journal`, 'utf8').catch(() => ''),
  ])
  const project = JSON.parse(file) as Record<string, { id: string }[]> & { revision: number }
  for (const line of journal.split('\n').slice(1).filter(Boolean)) {
    const step = JSON.parse(line.slice(line.indexOf('{'))) as Partial<Step>
    // The file may have been written since, and the journal not begun anew yet.
    if (!step.patch || step.revision! <= project.revision) continue
    project.revision = step.revision!
    for (const { table, id, to } of step.patch) {
      if (table === 'about') Object.assign(project, to)
      else project[table] = [...project[table]!.filter((row) => row.id !== id), ...(to ? [to] : [])]
    }
  }
  return project as unknown as OnDisk
}

interface Step {
  readonly revision: number
  readonly patch: { table: string; id: string; to: { id: string } | null }[]
}

/** As long as the host waits for a pause in the work at most, and the time that writing takes. Milliseconds. */
const LONGEST_PAUSE = 75_000

/** Waits until all of a project is in its file: the journal beside it goes when there is a pause in the work. */
export async function settled(path: string): Promise<void> {
  await expect
    .poll(() => existsSync(path.replace(/\.json$/, '.journal')), { timeout: LONGEST_PAUSE })
    .toBe(false)
}

/** The names and contents of all files under a folder, once no journal is left there: equal when, byte for byte, nothing was touched. */
export async function snapshot(folder: string): Promise<Record<string, string>> {
  await expect
    .poll(async () => (await readdir(folder)).filter((name) => name.endsWith('.journal')), {
      timeout: LONGEST_PAUSE,
    })
    .toEqual([])
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
