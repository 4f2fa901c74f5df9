import { spawn } from 'node:child_process'
import { access, constants, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Programs that open a page on Linux: the desktop's own choice, else a browser that is there. */
const OPENERS = ['xdg-open', 'chromium', 'chromium-browser', 'google-chrome', 'firefox']

/**
 * Opens an address that carries a key in the user's browser. The command line of a program can be read by everyone on the
 * machine, so the browser is given a file that only the user can read, and that leads to the address.
 * @returns what removes that file again; undefined when there is no browser to open
 */
export async function openBrowser(url: string): Promise<{ forget(): Promise<void> } | undefined> {
  const opener = await findOpener()
  if (!opener) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'counterpoint-'))
  const page = join(folder, 'open.html')
  await writeFile(page, redirectTo(url), { mode: 0o600 })
  const [program, ...args] = opener
  const child = spawn(program!, [...args, page], { stdio: 'ignore', detached: true })
  // No browser is no reason to stop: the address is printed in any case.
  child.on('error', () => undefined)
  child.unref()
  return { forget: () => rm(folder, { recursive: true, force: true }) }
}

const redirectTo = (url: string): string => `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${url}">
<title>Counterpoint</title>
<a href="${url}">Open Counterpoint</a>
`

async function findOpener(): Promise<string[] | undefined> {
  if (process.platform === 'darwin') return ['open']
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '']
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return undefined
  for (const name of OPENERS) {
    const path = await inPath(name)
    if (path) return name.startsWith('chrom') && process.getuid?.() === 0 ? [path, '--no-sandbox'] : [path]
  }
  return undefined
}

async function inPath(name: string): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name)
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (folder && runs) return path
  }
  return undefined
}
