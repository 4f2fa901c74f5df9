import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { electronBinary } from '../shell/electron-binary'
import { installation } from '../shell/installation'
import type { CliCommand } from './command'
import { serve } from './serve'

/** Only the browser edition has these options. */
const BROWSER_OPTION = /^--(no-open|port|data-dir)(=|$)/

/** `counterpoint [PATH]` and `counterpoint open [PATH]` */
export const open: CliCommand = {
  name: 'open',
  summary: 'open Counterpoint; this is what happens without a command',
  help: `Usage: counterpoint [open] [PROJECT] [OPTIONS]

Opens the desktop edition if Electron is installed beside Counterpoint and there is a screen.
Otherwise it runs the browser edition. PROJECT is a project file to open, or an article or a folder
of articles from which to create a new project.

Options:
  --port N, --no-open, --data-dir DIR
                       run the browser edition, as “counterpoint serve” does with these options
  --user-data-dir=DIR  the data folder of the desktop edition
  -h, --help           show this help`,
  run(args, terminal) {
    if (args.some((each) => BROWSER_OPTION.test(each))) return serve.run(args, terminal)
    const electron = electronBinary()
    if (electron) return runElectron(electron, args)
    terminal.say('Counterpoint runs in the browser. Its own window would need Electron and a screen.')
    return serve.run(args, terminal)
  },
}

/** Runs the desktop edition until its window is closed. Returns its exit code. */
function runElectron(binary: string, args: readonly string[]): Promise<number> {
  const paths = args.map((each) => (each.startsWith('-') ? each : resolve(each)))
  const child = spawn(binary, [installation.root, ...paths], { stdio: 'inherit' })
  // The window may have something to save first.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('close', (code) => done(code ?? 1))
  })
}
