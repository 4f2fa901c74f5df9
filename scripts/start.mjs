/**
 * `npm start [-- PATH] [--no-open] [--port N] [--data-dir DIR]`: installs missing packages, builds Counterpoint if
 * needed, and opens it as `counterpoint` does: in Electron if possible, else in the browser.
 */
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { ensureElectron } from './electron.mjs'
import { root, run } from './run.mjs'

const args = process.argv.slice(2)
/** These do not open a window, so Electron is not downloaded for them. */
const needsNoWindow = args.some((each) => /^--(no-open|port|data-dir|help)(=|$)|^-h$/.test(each))

await ensureDependencies()
await ensureBuilt()
if (!needsNoWindow) await ensureElectron()
process.exitCode = await run(process.execPath, [join(root, 'out', 'main', 'cli.js'), ...args], {
  // npm runs scripts in the root, but PATH is relative to the user's folder.
  cwd: process.env.INIT_CWD ?? process.cwd(),
})
