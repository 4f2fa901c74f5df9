import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { temporaryFolder } from '#host/testing/folder'
import { openBrowser, readableFolder } from './browser'

const ADDRESS = 'http://127.0.0.1:4321/#token=abc-DEF_123'

afterEach(() => vi.unstubAllEnvs())

test('where browsers are snaps, the file is in the home of the user, in a folder that is not hidden', async () => {
  const folder = await temporaryFolder()
  vi.stubEnv('HOME', folder)
  expect(await readableFolder(folder)).toBe(folder)
  expect(await readableFolder(join(folder, 'none'))).not.toBe(folder)
})

test.skipIf(process.platform !== 'linux')(
  'the browser opens a file that only the user can read, and the key is in no command line',
  async () => {
    const folder = await temporaryFolder()
    const told = join(folder, 'told')
    await mkdir(join(folder, 'bin'))
    await writeFile(
      join(folder, 'bin', 'xdg-open'),
      `#!/bin/sh\nprintf '%s' "$*" > '${told}.part' && mv '${told}.part' '${told}'\n`,
      {
        mode: 0o755,
      },
    )
    vi.stubEnv('DISPLAY', ':7')
    vi.stubEnv('PATH', [join(folder, 'bin'), process.env['PATH']].join(delimiter))
    vi.stubEnv('TMPDIR', folder)
    vi.stubEnv('HOME', folder)

    const opened = await openBrowser(ADDRESS)
    const given = await vi.waitFor(() => readFile(told, 'utf8'), { timeout: 240_000 })
    expect(given).not.toContain('token')
    expect((await stat(given)).mode & 0o777).toBe(0o600)
    expect((await stat(dirname(given))).mode & 0o777).toBe(0o700)
    const page = await readFile(given, 'utf8')
    expect(page).toContain(`content="0; url=${ADDRESS}"`)
    expect(page).toContain('name="referrer" content="no-referrer"')

    await opened!.forget()
    await expect(stat(given)).rejects.toThrow('ENOENT')
  },
)
