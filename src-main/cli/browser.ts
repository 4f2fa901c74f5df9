import { spawn } from 'node:child_process'
import { access, constants, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** Programs that open a page on Linux, in the order they are tried: the desktop's default, then common browsers. */
const OPENERS = ['xdg-open', 'chromium', 'chromium-browser', 'google-chrome', 'firefox']

/**
 * Opens an address that contains a token in the user's browser. Every user of the machine can read a program's
 * command line, so the browser is given a file that only this user can read and that redirects to the address.
 * @returns a function that removes that file; undefined when no browser was found
 */
export async function openBrowser(url: string): Promise<{ forget(): Promise<void> } | undefined> {
  const opener = await findOpener()
  if (!opener) return undefined
  const folder = await mkdtemp(join(await readableFolder(), 'counterpoint-'))
  const page = join(folder, 'open.html')
  await writeFile(page, redirectTo(url), { mode: 0o600 })
  const [program, ...args] = opener
  const child = spawn(program!, [...args, page], { stdio: 'ignore', detached: true })
  // Do not fail without a browser: the address is printed in any case.
  child.on('error', () => undefined)
  child.unref()
  return { forget: () => rm(folder, { recursive: true, force: true }) }
}

/**
 * A folder whose files a browser can read. Browsers that are snaps, as Ubuntu's are, have a /tmp of their own and see only
 * visible files of the user's home.
 * @param snaps the folder of installed snaps
 */
export const readableFolder = (snaps = '/snap'): Promise<string> =>
  access(snaps).then(
    () => homedir(),
    () => tmpdir(),
  )

const redirectTo = (url: string): string => pageFor(url.replaceAll('&', '&amp;'))

const pageFor = (url: string): string => `<!doctype html>
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
