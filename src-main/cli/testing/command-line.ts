import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
import { runCli } from '../run'

/** Gives each test of a file the command line and a folder of its own. Call it once, outside the tests. */
export function commandLine() {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'counterpoint-cli-'))
    // The usual data folder is under one of these: tests must not write there.
    for (const name of ['HOME', 'XDG_CONFIG_HOME', 'APPDATA']) vi.stubEnv(name, join(folder, 'home'))
  })
  afterEach(async () => {
    vi.unstubAllEnvs()
    await rm(folder, { recursive: true, force: true })
  })

  /** A path in the test's folder. */
  const at = (name: string) => join(folder, name)

  /** Runs a command line; returns its exit code and output. */
  async function counterpoint(...args: string[]) {
    const said: string[] = []
    const complained: string[] = []
    const given: Uint8Array[] = []
    const code = await runCli(args, {
      say: (line) => void said.push(line),
      complain: (line) => void complained.push(line),
      give: (bytes) => Promise.resolve(void given.push(bytes)),
      isScreen: true,
    })
    return { code, said, complained, given: Buffer.concat(given).toString() }
  }

  return { at, counterpoint }
}
