import { resolve } from 'node:path'
import { app, session } from 'electron'
import * as v from 'valibot'
import { installation } from '../shell/installation'
import { readStaticFiles } from '../shell/static-files'
import { Desktop } from './desktop'
import { APP_ORIGIN, registerScheme, serveScheme } from './scheme'
import { lockDown, originOf } from './security'

app.setName('Counterpoint')
app.enableSandbox()
registerScheme()
if (app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', resolve(app.commandLine.getSwitchValue('user-data-dir')))
}

/** What a second instance passes to the first. */
const SecondStartSchema = v.object({ path: v.nullable(v.pipe(v.string(), v.maxLength(4096))) })

/** The path to open; asked for before there is a window. */
let requested = pathIn(process.argv)
let desktop: Promise<Desktop> | undefined

function open(path: string | null): void {
  requested = path ?? requested
  void desktop?.then((running) => running.open(path)).catch(fail)
}

if (app.requestSingleInstanceLock({ path: requested })) {
  app.on('second-instance', (_event, _argv, _folder, data) => {
    // Any program of this user can claim to be a second instance.
    const read = v.safeParse(SecondStartSchema, data)
    open(read.success ? read.output.path : null)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open(path)
  })
  app.whenReady().then(start).catch(fail)
} else {
  app.exit(0)
}

async function start(): Promise<void> {
  // A build never asks: a program that sets the environment could put its own page in the place of Counterpoint's.
  const developmentUrl = import.meta.env.DEV ? process.env['ELECTRON_RENDERER_URL'] : undefined
  const url = developmentUrl ?? `${APP_ORIGIN}/`
  const forDevelopers = developmentUrl !== undefined
  lockDown(app, session.defaultSession, { origin: originOf(url), forDevelopers })
  if (!developmentUrl) serveScheme(await readStaticFiles(installation.rendererFolder))
  desktop = Desktop.start({
    dataFolder: app.getPath('userData'),
    url,
    path: requested,
    forDevelopers,
  })
  await desktop
}

/** The project or folder on a command line: the first argument that is not a switch, after the app's own path. */
function pathIn(argv: readonly string[]): string | null {
  const named = argv.slice(1).filter((argument) => !argument.startsWith('-'))
  const path = named[app.isPackaged ? 0 : 1]
  return path === undefined ? null : resolve(path)
}

function fail(error: unknown): void {
  console.error(error)
  app.exit(1)
}
