import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type App } from './app'

/** The folder of the projects created in the app under test. */
export const projectsFolder = (app: App): string => join(app.dataFolder, 'projects')

/** The file of a project created in the app under test, by its title. */
export const projectFile = (app: App, title: string): string => join(projectsFolder(app), `${title}.json`)

/** The parts of a project file that tests read. */
export interface OnDisk {
  readonly title: string
  readonly revision: number
  readonly sources: {
    title: string
    text: string
    fileName: string
    originalText: string
    encoding: string
  }[]
  readonly claims: { text: string; note: string }[]
  readonly excerpts: { exact: string; anchor: string }[]
  readonly relations: { targetType: string }[]
  readonly placements: { claim: string; x: number; y: number }[]
}

/** A project on the disk: its file with the changes in the journal beside it. */
export async function readProject(path: string): Promise<OnDisk> {
  const [file, journal] = await Promise.all([
    readFile(path, 'utf8'),
    readFile(`${path.replace(/\.json$/, '')}.journal`, 'utf8').catch(() => ''),
  ])
  const project = JSON.parse(file) as Record<string, { id: string }[]> & { revision: number }
  for (const line of journal.split('\n').slice(1).filter(Boolean)) {
    const step = JSON.parse(line.slice(line.indexOf('{'))) as Partial<Step>
    // The file may be newer than the journal.
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

/** The longest pause that the host waits for, and the time for writing. Milliseconds. */
const LONGEST_PAUSE = 75_000

/** Waits until the whole project is in its file and the journal is gone, which takes a pause in the work. */
export async function settled(path: string): Promise<void> {
  await expect
    .poll(() => existsSync(path.replace(/\.json$/, '.journal')), { timeout: LONGEST_PAUSE })
    .toBe(false)
}

/**
 * The names and contents of all files under a folder, after the last journal is gone. Equal results mean that nothing
 * was changed.
 */
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
