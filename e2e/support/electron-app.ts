import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { installedChromium } from '../../scripts/chromium.mjs'
import type { RunningApp, SavedFile, StartOptions } from './running-app'
import { root } from './browser-app'

/** Replaces the binary on machines that do not have it. */
const STAND_IN = join(root, '..', 'shared', 'tools', 'electron-sim', 'electron-sim')

/** The Electron to test with; undefined if there is none. */
export function electronBinary(): string | undefined {
  const named = process.env['ELECTRON_PATH']
  if (named) return named
  if (existsSync(STAND_IN)) return STAND_IN
  const folder = join(root, 'node_modules', 'electron')
  if (!existsSync(join(folder, 'path.txt'))) return undefined
  const own = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
  return existsSync(own) ? own : undefined
}

/** Electron's command line arguments. */
export const electronArgs = ({ dataFolder, open }: StartOptions): string[] => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  `--user-data-dir=${dataFolder}`,
  root,
  ...(open ? [open] : []),
]

/** The desktop edition. Its dialogs give the answers of the test. */
export async function startElectronApp(
  options: StartOptions,
  prepare: (page: Page) => Promise<void>,
): Promise<RunningApp> {
  const chromium = installedChromium()
  const electron = await _electron.launch({
    executablePath: electronBinary()!,
    args: electronArgs(options),
    // Read by the stand-in only.
    env: { ...definedIn(process.env), ...(chromium && { ELECTRON_SIM_CHROMIUM: chromium }) },
  })
  const ready = async (page: Page) => {
    // The window exists before its page.
    await page.waitForURL((url) => url.protocol !== 'about:')
    await prepare(page)
    await page.emulateMedia({ reducedMotion: options.motion ?? 'reduce' })
    return page
  }
  const page = await ready(await electron.firstWindow())
  let ended = false
  electron.on('close', () => (ended = true))
  const choose = async (filePaths: readonly string[], ask: () => Promise<void>) => {
    await electron.evaluate(({ dialog }, paths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: paths })
    }, filePaths as string[])
    await ask()
  }
  return {
    page,
    chooseFiles: choose,
    chooseProject: (path, ask) => choose([path], ask),
    nextSave: (ask) => takeSave(electron, ask),
    async nextLink(ask) {
      await electron.evaluate(({ dialog, shell }) => {
        const opened = globalThis as { opened?: string }
        dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
        shell.openExternal = (address) => Promise.resolve(void (opened.opened = address))
      })
      await ask()
      for (;;) {
        const address = await electron.evaluate(() => (globalThis as { opened?: string }).opened)
        if (address) return address
      }
    },
    async nextWindow(ask) {
      const [other] = await Promise.all([electron.waitForEvent('window'), ask()])
      return ready(other)
    },
    menu: (name) =>
      electron.evaluate(({ Menu }, id) => {
        const item = Menu.getApplicationMenu()?.getMenuItemById(id)
        if (!item) throw new Error(`the menu has no ${id}`)
        item.click()
      }, name),
    async close() {
      if (!ended) await electron.close()
    },
  }
}

const definedIn = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )

/** Lets the save dialog choose a path in a temporary folder, and reads the file from there. */
async function takeSave(electron: ElectronApplication, ask: () => Promise<void>): Promise<SavedFile> {
  const folder = await mkdtemp(join(tmpdir(), 'counterpoint-save-'))
  await electron.evaluate(({ dialog }, into) => {
    dialog.showSaveDialog = ((...given: { defaultPath?: string }[]) => {
      const name = (given.at(-1)?.defaultPath ?? 'file').replace(/^.*[\\/]/s, '')
      return Promise.resolve({ canceled: false, filePath: `${into}/${name}` })
    }) as typeof dialog.showSaveDialog
  }, folder)
  try {
    await ask()
    for (;;) {
      const [fileName] = (await readdir(folder)).filter((name) => !name.startsWith('.'))
      if (fileName) return { fileName, bytes: await readFile(join(folder, fileName)) }
      await new Promise((done) => setTimeout(done, 50))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
