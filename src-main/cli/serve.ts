import { resolve } from 'node:path'
import { defaultDataFolder } from '#host/data-folder'
import { createHost } from '#host/host'
import { startServer } from '#web/server'
import { installation } from '../shell/installation'
import { projectAt } from '../shell/project-at'
import { readStaticFiles } from '../shell/static-files'
import { openBrowser } from './browser'
import { UsageError, type CliCommand } from './command'
import { atMostOne, readOptions } from './options'
import { untilSignal } from './signal'

/** `counterpoint serve` */
export const serve: CliCommand = {
  name: 'serve',
  summary: 'run the browser edition on this machine',
  help: `Usage: counterpoint serve [PROJECT] [--port N] [--no-open] [--data-dir DIR]

Serves Counterpoint to the browser of this machine, and opens it there. PROJECT is a project file
to open, or an article or a folder of articles from which to create a new project.

Prints the address when it is ready. The address contains a key that is new at each start; other
pages and other machines have no access. Ctrl+C saves everything and stops the server.

Options:
  --port N        the port; 0, the default, takes any free one
  --no-open       only print the address, without opening a browser
  --data-dir DIR  the folder for new projects, settings and the list of recent projects, if not
                  ${defaultDataFolder()}
  -h, --help      show this help`,
  async run(args, terminal) {
    const { values, positionals } = readOptions(args, {
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
      'data-dir': { type: 'string' },
    })
    const path = atMostOne(positionals, 'project')
    const port = portOf(values.port)
    const dataFolder = resolve(values['data-dir'] ?? defaultDataFolder())
    const found = path === undefined ? undefined : await projectAt(path, dataFolder)
    for (const warning of found?.warnings ?? []) terminal.complain(`counterpoint: ${warning}`)
    const { version, samplePath, rendererFolder } = installation
    const open = found?.path ?? null
    const host = await createHost({ edition: 'browser', version, dataFolder, samplePath, open })
    // An error or rejection that nothing caught ends the process; the monitor logs it first.
    process.on('uncaughtExceptionMonitor', host.report)
    const server = await startServer({ host, files: await readStaticFiles(rendererFolder), port })
    const ended = untilSignal()
    terminal.say(`Counterpoint is at ${server.url}`)
    const browser = values['no-open'] ? undefined : await openBrowser(server.url)
    await ended
    await browser?.forget()
    await server.close()
    process.off('uncaughtExceptionMonitor', host.report)
    return 0
  },
}

function portOf(given: string | undefined): number {
  if (given === undefined) return 0
  const port = /^\d{1,5}$/.test(given) ? Number(given) : NaN
  if (port <= 65535) return port
  throw new UsageError(`“${given}” is not a port. A port is a number from 0 to 65535.`)
}
