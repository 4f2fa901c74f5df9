import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Creates a folder on the real file system. It is removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'counterpoint-test-')))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** The names of the temporary files that saves have left in a folder. */
export const leftovers = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.tmp'))
