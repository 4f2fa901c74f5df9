import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Methods } from '#api/dispatch'
import type { News } from '#api/news'
import { IncomingFiles } from './files/incoming-files'
import { ImportProcesses } from './import/import-process'
import type { ForkImport } from './import/import-process-child'
import { ErrorLog } from './log/error-log'
import { appMethods } from './methods/app'
import { dialogMethods, type Dialogs } from './methods/dialog'
import { exportMethods } from './methods/export'
import { historyMethods } from './methods/history'
import { importMethods } from './methods/import'
import { projectMethods } from './methods/project'
import { ProjectOpener } from './methods/project-opener'
import { ExportThreads } from './pictures/export-thread'
import { JsonFile } from './settings/json-file'
import { Recents } from './settings/recents'
import { StoredSettingsSchema } from './settings/stored-settings'
import { OpenProjects } from './store/open-projects'

export interface HostOptions {
  readonly edition: 'electron' | 'browser'
  readonly version: string
  readonly dataFolder: string
  /** The sample project that comes with Counterpoint. */
  readonly samplePath: string
  /** A project to open at the start. */
  readonly open: string | null
  readonly dialogs?: Dialogs
  /** How to start an import process, if not Node's way. */
  readonly fork?: ForkImport
}

export interface Host {
  readonly methods: Methods
  /**
   * Tells a page of changes that other pages make to its project, until the returned function is called. Throws
   * `not-found`.
   * @param key the key under which the page has the project open
   */
  listen(key: string, hear: (news: News) => void): () => void
  /** Closes the projects of pages that give no sign of life. To be called at regular intervals, each of some seconds. */
  expire(): Promise<void>
  /** Lets the pages open this file because the user chose it. */
  allow(path: string): void
  /** Prints and logs an unexpected error. */
  report(error: unknown): void
  /** Stops every import, waits for every save in progress and closes all projects. */
  close(): Promise<void>
}

/** Implements the contract, once for every shell. */
export async function createHost(options: HostOptions): Promise<Host> {
  const { edition, version, dataFolder, samplePath, open, dialogs, fork } = options
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const log = new ErrorLog(dataFolder, `${version} ${edition}`)
  const report = (error: unknown) => {
    console.error(error)
    log.record(error)
  }
  const settings = new JsonFile(join(dataFolder, 'settings.json'), StoredSettingsSchema, {})
  const recents = new Recents(join(dataFolder, 'recents.json'))
  const projects = new OpenProjects(dataFolder)
  const opener = new ProjectOpener({ dataFolder, projects, recents, open, report })
  const imports = new ImportProcesses(fork ? { fork } : {})
  const exports = new ExportThreads()
  const incoming = new IncomingFiles(join(dataFolder, 'incoming'))
  await incoming.clear()

  const methods: Methods = {
    ...appMethods({ edition, version, open, log, settings, recents }),
    ...projectMethods({ projects, opener, samplePath }),
    ...historyMethods({ dataFolder, projects, opener }),
    ...exportMethods(projects, exports),
    ...importMethods(incoming, imports),
    ...dialogMethods({ dialogs, opener, incoming }),
  }
  const close = async () => {
    imports.close()
    exports.close()
    await incoming.close()
    await projects.closeAll()
  }
  return {
    methods,
    listen: (key, hear) => {
      const stops = [projects.store(key).feed.listen(key, hear), projects.listening(key)]
      return () => stops.forEach((stop) => stop())
    },
    expire: () => projects.expire(),
    allow: (path) => opener.allow(path),
    report,
    close,
  }
}
