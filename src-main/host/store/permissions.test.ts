import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommand } from '#domain/commands/registry'
import { load } from '#domain/document/load'
import { env } from '../env'
import { createHost } from '../host'
import { temporaryFolder } from '../testing/folder'
import { textIn } from '../testing/hosts'

test.skipIf(process.platform === 'win32')(
  'all files are readable only by their user: folders 0700, files 0600',
  async () => {
    const dataFolder = join(await temporaryFolder(), 'data')
    const { methods, close } = await createHost({
      edition: 'browser',
      version: '0',
      dataFolder,
      samplePath: join(dataFolder, 'none.json'),
      open: null,
    })
    const { key, document } = await methods['project.create']({ title: 'Mine' })
    const loaded = load(textIn(document))
    const input = { text: 'It was hedging.', category: 'judgement' }
    const outcome = loaded.ok && runCommand(loaded.project, 'claim.add', input, env)
    if (!outcome || 'refusal' in outcome) throw new Error('there is no patch to keep')
    await methods['project.patch']({ key, revision: 0, patch: outcome.patch })
    await methods['settings.write']((await methods['app.start']({})).settings)

    const atWork = await modesIn(dataFolder)
    expect(atWork.map(({ path }) => path)).toContainEqual(expect.stringMatching(/\.journal$/))
    await close()
    const closed = await modesIn(dataFolder)
    expect(closed.length).toBeGreaterThanOrEqual(5)
    expect([...atWork, ...closed].filter(({ mode, wanted }) => mode !== wanted)).toEqual([])
  },
)

/** What is in a folder, and itself. A temporary file that goes while it is looked at is left out. */
async function modesIn(folder: string): Promise<{ path: string; mode: number; wanted: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const kept = entries.filter((entry) => entry.isDirectory() || entry.isFile())
  const paths = [folder, ...kept.map((entry) => join(entry.parentPath, entry.name))]
  const modes = paths.map(async (path) => {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    return found ? [{ path, mode: found.mode & 0o777, wanted: found.isDirectory() ? 0o700 : 0o600 }] : []
  })
  return (await Promise.all(modes)).flat()
}
