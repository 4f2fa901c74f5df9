import { GenerationStore } from '../history/version-history'
import { isFree } from '../store/project-lock'
import { recoverProject } from './recover-project'
import type { Recovered } from './recovered'

/** How often a project is read again while its writer is replacing it, and the milliseconds between. */
const TRIES = 5
const BETWEEN = 200

/**
 * Reads a project that another Counterpoint may have open, and changes nothing on the disk. While its writer replaces file
 * and journal they may not fit together, so that anything damaged is read again before it counts. Throws what the last
 * attempt threw.
 * @param path the real path of its file
 */
export async function readUnlocked(path: string, dataFolder: string): Promise<Recovered> {
  for (let tried = 1; ; tried++) {
    const isLast = tried === TRIES || (await isFree(path))
    try {
      const read = await recoverProject(path, GenerationStore.of(dataFolder, path), true)
      if ((!read.mend && !read.harmed) || isLast) return read
    } catch (error) {
      if (isLast) throw error
    }
    await new Promise((done) => setTimeout(done, BETWEEN))
  }
}
