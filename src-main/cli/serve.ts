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
import { handOver, receiveStarts } from './second-start'
import { untilSignal } from './signal'

/** `counterpoint serve` */
export const serve: CliCommand = {
  name: 'serve',
  summary: 'run the browser edition on this machine',
  help: `Usage: counterpoint serve [PROJECT] [--port N] [--no-open] [--data-dir DIR]

Serves Counterpoint to the browser of this machine, and opens it there. PROJECT is a project file
to open, or an article or a folder of articles from which to create a new project.

Prints the address when it is ready. The address contains a key that is new at each start; other
pages and other machines have no access. It works in any number of tabs until the server stops.
Ctrl+C saves everything and stops the server.
If Counterpoint runs already and neither --port nor --no-open is given, PROJECT opens there.

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
    const open = found?.path ?? null
    const isPlain = values.port === undefined && !values['no-open']
    const running = isPlain ? await handOver(dataFolder, open) : undefined
    if (running) {
      terminal.say(`Counterpoint runs already, at ${running}`)
      return 0
    }
    const { version, samplePath, rendererFolder } = installation
    const host = await createHost({ edition: 'browser', version, dataFolder, samplePath, open })
    // An error or rejection that nothing caught ends the process; the monitor logs it first.
    process.on('uncaughtExceptionMonitor', host.report)
    const server = await startServer({ host, files: await readStaticFiles(rendererFolder), port })
    const ended = untilSignal()
    const browsers: Awaited<ReturnType<typeof openBrowser>>[] = []
    const endReceiving = await receiveStarts(dataFolder, async (path) => {
      const addressed = (url: string) =>
        path === null ? url : `${url}&${new URLSearchParams({ project: path })}`
      if (path !== null) host.allow(path)
      browsers.push(await openBrowser(addressed(server.urlOnce())))
      return addressed(server.url)
      // Without it, as on a full disk, later starts run beside this one.
    }).catch(() => undefined)
    terminal.say(`Counterpoint is at ${server.url}`)
    if (!values['no-open']) browsers.push(await openBrowser(server.urlOnce()))
    await ended
    await endReceiving?.()
    for (const browser of browsers) await browser?.forget()
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
