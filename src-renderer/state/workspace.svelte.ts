import type { Project } from '#domain/document/project'
import type { OpenedProject, Output, Settings, SettingsChange } from '#api/endpoints'
import { mergeSettings } from '#api/merge-settings'
import type { CommandInputs } from '#domain/commands/registry'
import { excerptsByClaim } from '#domain/queries/excerpt-index'
import { wholeFile } from '../transports/files'
import type { Chosen, IncomingFile, Platform } from '../transports/platform'
import { Importing } from './importing/importing.svelte'
import { turnToLast } from './view/last-shown'
import { Notices } from './notices.svelte'
import { Session, type Result } from './document/session.svelte'
import { offerTheirs, saveCopy } from './file-recovery'
import { View } from './view/view.svelte'

export type Dialog =
  | 'palette'
  | 'search'
  | 'codebook'
  | 'export'
  | 'link'
  | 'premise'
  | 'undercut'
  | 'new-project'
  | 'new-category'
  | 'shortcuts'
  | 'tags'
  | 'add-passage'
  | 'history'
  | 'present'
  | 'steps'
  | undefined

/** The whole workspace: what is open, what is shown of it, and what is told to the user. */
export class Workspace {
  session = $state.raw<Session | undefined>()
  start = $state.raw<Output<'app.start'> | undefined>()
  settings: Settings = $state.raw()!
  dialog = $state.raw<Dialog>()
  /** Answers the question whether to close while something is not saved; undefined when it is not asked. */
  letGo = $state.raw<((close: boolean) => void) | undefined>()
  readonly view = new View()
  readonly notices = new Notices()
  readonly importing: Importing

  constructor(readonly platform: Platform) {
    this.importing = new Importing(platform.client, this)
  }

  /** Asks the host what there is, and opens what this start was asked to open. */
  async begin(): Promise<void> {
    await this.attempt(async () => {
      await this.refresh()
      if (this.start?.open) await this.open(this.start.open)
    })
  }

  async refresh(): Promise<void> {
    this.start = await this.platform.client.call('app.start', {})
    this.settings = this.start.settings
  }

  create = (title: string) => this.enter(() => this.platform.client.call('project.create', { title }))
  openSample = () => this.enter(() => this.platform.client.call('project.openSample', {}))
  open = (path: string) => this.enter(() => this.platform.client.call('project.open', { path }))
  openCopy = (file: IncomingFile) => this.enter(() => this.platform.client.call('project.openCopy', file))

  async choose(): Promise<void> {
    await this.attempt(async () => {
      const chosen = await this.platform.chooseProject()
      if (chosen) await ('path' in chosen ? this.open(chosen.path) : this.openCopy(chosen.file))
    })
  }

  /** A page that goes away holds no file any more. */
  letGoOfFile(): void {
    const { key } = this.session ?? {}
    if (key) void this.platform.client.call('project.close', { key }).catch(() => undefined)
  }

  /** What happened to the project's file while nobody was at this window. */
  look(): void {
    void this.session?.saver.flush()
  }

  /**
   * Saves, lets go of the project and shows the start. Stays when something is not saved.
   * @param unsaved the user lets go of what is not
   */
  async leave(unsaved = false): Promise<boolean> {
    const { session } = this
    if (!session) return true
    if (!(await session.saver.flush()) && !unsaved) {
      this.notices.problem('The project stays open, because not everything is saved yet.', {
        label: 'Close it anyway…',
        run: () => void this.mayClose().then((close) => close && this.leave(true)),
      })
      return false
    }
    session.saver.stop()
    this.session = undefined
    await this.platform.client.call('project.close', { key: session.key }).catch(() => undefined)
    await this.attempt(() => this.refresh())
    return true
  }

  /** Whether the window may close: when all is saved, or the user lets go of what is not. */
  async mayClose(): Promise<boolean> {
    if (!this.session || (await this.session.saver.flush())) return true
    return new Promise((answer) => {
      this.letGo = (close) => {
        this.letGo = undefined
        answer(close)
      }
    })
  }

  /** Opens what is asked for in place of what is open. */
  async enter(ask: () => Promise<OpenedProject>): Promise<void> {
    await this.attempt(async () => {
      const opened = await ask()
      const { client } = this.platform
      // Where the file is open here already, or what is open cannot be left, the new hold on it is let go again.
      if (this.session?.key === opened.key || !(await this.leave())) {
        await client.call('project.close', { key: opened.key })
        return
      }
      const session = new Session(opened, this.platform.client)
      session.onSetAside = (path) => offerTheirs(this, path)
      this.view.clear()
      this.view.letGo()
      this.view.cursor = undefined
      this.view.jump = undefined
      turnToLast(this, session.project)
      this.session = session
      this.dialog = undefined
      for (const sentence of opened.told)
        this.notices.problem(sentence, { label: 'History', run: () => (this.dialog = 'history') })
      if (opened.unwritable)
        this.notices.problem(opened.unwritable, {
          label: 'Save a copy elsewhere',
          run: () => void saveCopy(this),
        })
      if (opened.theirs) offerTheirs(this, opened.theirs)
    })
  }

  /** Runs a command on the open project, turns to what it made, and tells the user when it was refused. */
  run<Name extends keyof CommandInputs>(name: Name, input: CommandInputs[Name]): Result {
    const before = this.session?.project.placements
    const result = this.session?.run(name, input) ?? { done: false, refusal: 'No project is open.' }
    if (!result.done) this.notices.refused(result.refusal)
    else if (result.select) this.view.select(result.select)
    if (before) this.#bringNewIntoSight(before)
    return result
  }

  /** A card that has come onto the open map is to be seen. */
  #bringNewIntoSight(before: Project['placements']): void {
    const now = this.session!.project.placements
    if (now === before || now.size <= before.size) return
    const fresh = [...now.values()].find(({ id, map }) => map === this.view.map && !before.has(id))
    if (fresh) this.view.show(fresh.claim)
  }

  undo(): void {
    const label = this.session?.undo()
    if (label) this.notices.done(`Undone: ${label}.`)
  }

  redo(): void {
    const label = this.session?.redo()
    if (label) this.notices.done(`Done again: ${label}.`)
  }

  /** Shows a claim everywhere: its card on the map, and the next of its passages in the reader. */
  goToClaim(claim: string, passage = 0): void {
    if (!this.session) return
    this.view.select({ type: 'claim', id: claim })
    this.view.show(claim)
    const excerpts = excerptsByClaim(this.session.project).get(claim) ?? []
    const excerpt = excerpts[passage % (excerpts.length || 1)]
    if (excerpt) this.view.goTo(excerpt.source, excerpt.start, excerpt.end)
  }

  /** Brings files into the project, and shows the report of it. */
  async import(chosen: Chosen): Promise<void> {
    await this.importing.run(chosen)
    if (this.importing.lines.length > 0) this.view.showInstead('report')
  }

  /** Takes what was dropped: into the open project, else a project file as one, else articles into a new project. */
  async receive(chosen: Chosen): Promise<void> {
    if (!this.session) {
      const project = chosen.files.find(({ fileName }) => /(?<!\.csl)\.json$/i.test(fileName))
      const others = chosen.files.filter((file) => file !== project)
      for (const sentence of chosen.refused) this.notices.problem(sentence)
      if (project)
        await this.enter(async () => this.platform.client.call('project.openCopy', await wholeFile(project)))
      else if (others.length > 0) await this.create('New project')
      if (!this.session || others.length === 0) return
      return this.import({ files: others, refused: [] })
    }
    await this.import(chosen)
  }

  async chooseImports(): Promise<void> {
    await this.attempt(async () =>
      this.import(await this.platform.chooseImports(this.start?.importable ?? [])),
    )
  }

  /** Changes settings and keeps them. The host logs a failed write; a setting is not worth a message. */
  set(change: SettingsChange): void {
    this.preview(change)
    void this.platform.client.call('settings.write', change).catch(() => undefined)
  }

  /** Changes settings while a gesture goes on; `set` keeps them when it ends. */
  preview(change: SettingsChange): void {
    this.settings = mergeSettings(this.settings, change)
  }

  /** Where a source was last read, and at what size of letters. */
  readingOf(source: string): { offset: number; zoom: number } {
    return this.settings.reading.find((each) => each.source === source) ?? { offset: 0, zoom: 1 }
  }

  rememberReading(source: string, change: { offset?: number; zoom?: number }): void {
    this.set({ reading: [{ ...this.readingOf(source), ...change, source }] })
  }

  /** Does what may fail; what came of a failure is told in words. */
  async attempt(action: () => Promise<unknown>): Promise<void> {
    try {
      await action()
    } catch (error) {
      this.notices.problem(wordsOf(error))
    }
  }
}

export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
