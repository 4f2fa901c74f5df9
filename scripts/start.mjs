/**
 * `npm start [-- PATH] [--no-open] [--port N] [--data-dir DIR]`: opens Counterpoint in Electron if possible, else in
 * the browser. Missing packages are installed and the app is built first.
 */
import { join, resolve } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureElectron, installedElectron } from './electron.mjs'
import { root, run } from './run.mjs'

const args = process.argv.slice(2)
/** Only the browser edition has these options. */
const wantsBrowser = args.some((each) => /^--(no-open|port|data-dir|help)(=|$)|^-h$/.test(each))

await ensureDependencies()
await ensureBuilt()
const electron = wantsBrowser ? undefined : await ensureElectron()
process.exitCode = electron ? await startElectron(electron) : await startBrowserEdition()

function startElectron(binary) {
  // npm runs scripts in the root, but PATH is relative to the user's folder.
  const from = process.env.INIT_CWD ?? process.cwd()
  const paths = args.map((each) => (each.startsWith('-') ? each : resolve(from, each)))
  return run(binary, [root, ...paths])
}

function startBrowserEdition() {
  if (!wantsBrowser || !installedElectron()) {
    console.log('Electron cannot open a window on this machine, so Counterpoint runs in the browser.')
  }
  return run(process.execPath, [join(root, 'out', 'main', 'cli.js'), 'serve', ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
  })
}
