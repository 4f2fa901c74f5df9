import { realpath } from 'node:fs/promises'
import { sep } from 'node:path'
import type { OpenedProject } from '#api/endpoints/opened'
import { ContractError } from '#api/errors'
import type { Project } from '#domain/document/project'
import { freshProjectPath } from '../data-folder'
import { env } from '../env'
import { whyInPlace } from '../files/file-access'
import { whyInPlaceInFolder } from '../files/sticky-folder'
import type { Recents } from '../settings/recents'
import { collectAfterOpening } from '../store/collect-garbage'
import type { OpenProjects } from '../store/open-projects'
import { ProjectStore } from '../store/project-store'

interface Needs {
  readonly dataFolder: string
  readonly projects: OpenProjects
  readonly recents: Recents
  /** A project to open at the start. */
  readonly open: string | null
  report(error: unknown): void
}

/** Opens projects for the page and adds them to the recent list. */
export class ProjectOpener {
  /** Files outside the data folder that the user chose, on the command line or in a dialog. */
  readonly #allowed = new Set<string>()

  constructor(private readonly needs: Needs) {
    if (needs.open) this.allow(needs.open)
  }

  /** Lets the page open this file because the user chose it. */
  allow(path: string): void {
    this.#allowed.add(path)
  }

  /**
   * Opens a file that the user has chosen, now or before. Throws `unavailable` for any other (P8).
   * @param takeOver whether the user takes over the lock of another machine
   */
  async open(path: string, takeOver = false): Promise<OpenedProject> {
    if (!(await this.#mayOpen(path)))
      throw new ContractError('unavailable', 'That file was not chosen here. Choose it with Open.')
    return this.#describe(this.needs.projects.open(path, takeOver))
  }

  /**
   * Saves a new project to a file in the data folder and opens it.
   * @param messages for the user, about the file from which the project was read
   */
  create(project: Project, messages?: readonly string[]): Promise<OpenedProject> {
    const { dataFolder, projects } = this.needs
    return this.#describe(
      projects.create(async () =>
        ProjectStore.create(
          await freshProjectPath(dataFolder, project.about.title),
          project,
          dataFolder,
          messages,
        ),
      ),
    )
  }

  async #mayOpen(path: string): Promise<boolean> {
    const { dataFolder, recents } = this.needs
    if (this.#allowed.has(path) || (await recents.has(path))) return true
    // A file that does not exist is in no folder.
    return Promise.all([realpath(path), realpath(dataFolder)]).then(
      ([file, folder]) => file.startsWith(folder + sep),
      () => false,
    )
  }

  async #describe(opening: ReturnType<OpenProjects['open']>): Promise<OpenedProject> {
    const { recents, report } = this.needs
    const { key, opened } = await opening
    // If another window has it open, a change that is not on the disk yet may be taken back.
    if (opened instanceof ProjectStore) await opened.settle()
    const { path, project, content: document } = opened
    collectAfterOpening(document)
    // A failure is only logged: the project opens all the same, and the recent list has none of the user's work.
    await recents.add({ path, title: project.about.title, opened: env.now() }).catch(report)
    const common = { key, path, document }
    if (!(opened instanceof ProjectStore))
      return { ...common, readOnly: opened.readOnly, unwritable: null, messages: [], otherVersion: null }
    opened.searchFurther().catch(report)
    const { messages, otherVersion } = await opened.told()
    return {
      ...common,
      readOnly: null,
      unwritable: await opened.unwritable(),
      messages: [
        ...messages,
        ...[(await whyInPlace(path)) ?? (await whyInPlaceInFolder(path))].filter((each) => each !== null),
      ],
      otherVersion,
    }
  }
}
