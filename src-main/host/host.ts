import { mkdir, readFile, realpath } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import type { Methods } from '#api/dispatch'
import {
  SettingsSchema,
  type Input,
  type OpenedProject,
  type Output,
  type SettingsChange,
} from '#api/endpoints'
import { ContractError } from '#api/errors'
import { mergeSettings } from '#api/merge-settings'
import { IMPORTABLE } from '#domain/formats/import/catalogue'
import { load } from '#domain/document/load'
import { newProject, type Project } from '#domain/document/project'
import { freshProjectPath } from './data-folder'
import { env } from './env'
import { exportFile, exportFormat } from './pictures/export-file'
import { IncomingFiles, sizeOf } from './files/incoming-files'
import { GenerationStore } from './history/version-history'
import { ImportProcesses } from './import/import-process'
import type { ForkImport } from './import/import-process-child'
import { errorEntry, reportOf } from './log/error-entry'
import { LogFile } from './log/log-file'
import { JsonFile } from './settings/json-file'
import { decodeProject } from './store/decode-project'
import { OpenProjects } from './store/open-projects'
import { ChunkedPatches } from './store/chunked-patch'
import { ProjectStore } from './store/project-store'
import { Recents } from './settings/recents'

/** Dialogs of the desktop's own; only a shell that has a window offers them. */
export interface Dialogs {
  chooseProject(): Promise<string | null>
  /** The paths of the files that the user chose. */
  chooseImports(): Promise<string[]>
  saveFile(file: { fileName: string; base64: string }): Promise<string | null>
  /** Opens an address outside when it is safe and the user says yes; answers whether it did. */
  openLink(address: string): Promise<boolean>
  /** Puts a PNG on the clipboard. */
  copyPicture(base64: string): Promise<void>
}

export interface HostOptions {
  readonly edition: 'electron' | 'browser'
  readonly version: string
  readonly dataFolder: string
  /** The project that comes with Counterpoint. */
  readonly samplePath: string
  /** A project to open at the start. */
  readonly open: string | null
  readonly dialogs?: Dialogs
  /** Starts a process that reads a file, where the shell has a way of its own. */
  readonly fork?: ForkImport
}

export interface Host {
  readonly methods: Methods
  /** Logs an error that was not foreseen. */
  report(error: unknown): void
  /** Ends every import, waits for every save under way and lets go of all projects. */
  close(): Promise<void>
}

/** The contract, implemented once for every shell. */
export async function createHost(options: HostOptions): Promise<Host> {
  const { dataFolder, dialogs } = options
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const log = new LogFile(join(dataFolder, 'counterpoint.log'))
  const logError = (error: Input<'log.write'>) =>
    log.write(errorEntry(env.now(), `${options.version} ${options.edition}`, error))
  const settings = new JsonFile(join(dataFolder, 'settings.json'), SettingsSchema, {})
  const recents = new Recents(join(dataFolder, 'recents.json'))
  const projects = new OpenProjects(dataFolder)
  const imports = new ImportProcesses(options.fork ? { fork: options.fork } : {})
  const pieces = new ChunkedPatches()
  const held = new IncomingFiles(join(dataFolder, 'incoming'))
  await held.clear()
  /** Files outside the data folder that the user has named: by dialog, on the command line, or before. */
  const chosen = new Set<string>(options.open ? [options.open] : [])

  const opened = async (opening: ReturnType<OpenProjects['open']>): Promise<OpenedProject> => {
    const { key, opened } = await opening
    const { path, project, document } = opened
    await recents.add({ path, title: project.about.title, opened: env.now() }).catch(() => undefined)
    const told = opened instanceof ProjectStore ? [...opened.told] : []
    const theirs = opened instanceof ProjectStore ? opened.theirs : null
    const unwritable = opened instanceof ProjectStore ? await opened.unwritable() : null
    return {
      key,
      path,
      document,
      readOnly: opened instanceof ProjectStore ? null : opened.readOnly,
      unwritable,
      told,
      theirs,
    }
  }
  const create = (project: Project): Promise<OpenedProject> =>
    opened(
      projects.create(async () =>
        ProjectStore.create(await freshProjectPath(dataFolder, project.about.title), project, dataFolder),
      ),
    )
  const mayOpen = async (path: string): Promise<boolean> =>
    chosen.has(path) ||
    (await realpath(path)).startsWith((await realpath(dataFolder)) + sep) ||
    recents.has(path)
  const historyOf = (key: string) => GenerationStore.of(dataFolder, projects.get(key).path)
  const needDialogs = (): Dialogs => {
    if (!dialogs) throw new ContractError('unavailable', 'There is no dialog for that here.')
    return dialogs
  }

  const methods: Methods = {
    'app.start': async () => ({
      edition: options.edition,
      version: options.version,
      settings: await settings.read(),
      recents: await recents.list(),
      importable: [...IMPORTABLE],
      open: options.open,
      logPath: log.path,
    }),
    'log.write': async (error) => {
      logError(error)
      return {}
    },
    'settings.write': async (change) => {
      await settings.update((stored) => mergeSettings(stored, change as SettingsChange))
      return {}
    },
    'recents.forget': async ({ path }) => {
      await recents.forget(path)
      return {}
    },
    'project.create': ({ title }) => create(newProject(title, env)),
    'project.open': async ({ path }) => {
      if (!(await mayOpen(path).catch(() => recents.has(path)))) {
        throw new ContractError('unavailable', 'That file was not chosen here. Choose it with Open.')
      }
      return opened(projects.open(path))
    },
    'project.openCopy': async ({ fileName, base64 }) => {
      const bytes = Buffer.from(base64, 'base64')
      return create(
        decodeProject(bytes, (reason) => `“${basename(fileName)}” was not opened. ${reason}`).project,
      )
    },
    'project.openSample': async () => {
      const loaded = load(await readFile(options.samplePath, 'utf8').catch(() => ''))
      if (!loaded.ok)
        throw new ContractError('not-found', 'The sample project is missing from this installation.')
      const { project } = loaded
      return create({
        ...project,
        about: { ...project.about, id: env.newId(), created: env.now(), modified: env.now() },
      })
    },
    'project.patch': ({ key, id, revision, patch }) => projects.store(key).patch(revision, patch, id),
    'project.patchPart': async ({ key, id, at, text }) => {
      projects.store(key)
      pieces.add(`${key} ${id}`, at, text)
      return {}
    },
    'project.patchSent': async ({ key, id, revision, length }) =>
      projects.store(key).patch(revision, pieces.take(`${key} ${id}`, length), id),
    'project.look': async ({ key }) => {
      const opened = projects.get(key)
      if (opened instanceof ProjectStore) await opened.look()
      return {}
    },
    'project.saveAgain': async ({ key }) => {
      await projects.store(key).saveAgain()
      return {}
    },
    'project.close': async ({ key }) => {
      await projects.close(key)
      return {}
    },
    'project.aside': async ({ key, path }) => ({ document: await projects.store(key).aside(path) }),
    'project.isFree': async ({ key }) => {
      const opened = projects.get(key)
      return { free: opened instanceof ProjectStore ? false : await opened.isFree() }
    },
    'history.list': async ({ key }) => ({ generations: await historyOf(key).list() }),
    'history.read': async ({ key, id }) => ({ document: await historyOf(key).text(id) }),
    'history.openCopy': async ({ key, id }) => {
      const text = await historyOf(key).text(id)
      return create(
        decodeProject(Buffer.from(text), (reason) => `That state could not be opened. ${reason}`).project,
      )
    },
    'project.export': async ({ key, format, ...asked }) => {
      const project = projects.get(key).project
      const { bytes, ...file } = await exportFile(exportFormat(format), { project, ...asked })
      return { ...file, base64: Buffer.from(bytes).toString('base64') }
    },
    'import.begin': async ({ fileName, size }) => ({ held: await held.begin(fileName, size) }),
    'import.part': async ({ held: key, at, base64 }) => {
      await held.part(key, at, Buffer.from(base64, 'base64'))
      return {}
    },
    'import.drop': async ({ held: key }) => {
      await held.drop(key)
      return {}
    },
    'import.read': async (file) => {
      const imported =
        'held' in file
          ? held.use(file.held, ({ fileName, path }) => imports.read(fileName, { path }, file.job))
          : imports.read(file.fileName, Buffer.from(file.base64, 'base64'), file.job)
      return (await imported) as Output<'import.read'>
    },
    'import.progress': async ({ job }) => imports.progress(job),
    'import.cancel': async ({ job }) => {
      imports.cancel(job)
      return {}
    },
    'dialog.chooseProject': async () => {
      const path = await needDialogs().chooseProject()
      if (path) chosen.add(path)
      return { path }
    },
    'dialog.chooseImports': async () => {
      const paths = await needDialogs().chooseImports()
      const sizes = await Promise.allSettled(paths.map(sizeOf))
      return {
        files: paths.flatMap((path, at) => {
          const size = sizes[at]!
          if (size.status === 'rejected') return []
          return [{ fileName: basename(path), size: size.value, held: held.name(path) }]
        }),
        refused: sizes.flatMap((size) =>
          size.status === 'rejected' ? [(size.reason as Error).message] : [],
        ),
      }
    },
    'dialog.saveFile': async (file) => ({ path: await needDialogs().saveFile(file) }),
    'dialog.openLink': async ({ address }) => ({ opened: await needDialogs().openLink(address) }),
    'dialog.copyPicture': async ({ base64 }) => {
      await needDialogs().copyPicture(base64)
      return {}
    },
  }
  const close = async () => {
    imports.close()
    await held.close()
    await projects.closeAll()
  }
  const report = (error: unknown) => {
    console.error(error)
    logError(reportOf(error))
  }
  return { methods, report, close }
}
