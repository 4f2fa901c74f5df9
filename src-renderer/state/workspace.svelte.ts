import type { OpenedProject, Output } from '#api/endpoints'
import { authorOf, type Settings, type SettingsChange } from '#api/settings'
import { mergeSettings } from '#api/merge-settings'
import type { Refusal } from '#domain/commands/command'
import type { CommandInputs } from '#domain/commands/registry'
import type { IncomingFile, Platform } from '../transports/platform'
import type { Keyboard } from './keyboard/keyboard.svelte'
import { Importing } from './importing/importing.svelte'
import { Merging } from './merging/merging.svelte'
import { followUp } from './actions/follow-up'
import { showAgain } from './actions/show-again'
import { rememberSample } from './hints'
import { lastOrFirst, lastSelection, rememberShown } from './view/last-shown'
import { wordsOfLost } from './lost-changes'
import { Notices } from './notices.svelte'
import { OtherWindows, present } from './other-windows.svelte'
import { Session, type Result, type Travel } from './document/session.svelte'
import { Desk } from './desk.svelte'
import type { Dialog } from './dialog'
import { ExportChoice } from './export-choice.svelte'
import { Fields } from './fields/fields'
import type { OpenMenu } from './menu'
import { offerTheirs, readAgain, saveCopy } from './file-recovery'
import { Panes } from './panes'
import { Reuse } from './reuse/reuse.svelte'
import { Theme, type SystemPreference } from './theme.svelte'
import { View } from './view/view.svelte'
import { ShownPath } from './view/shown-path.svelte'
import { WhatIf } from './view/what-if.svelte'

/** Milliseconds after which a selection is remembered. */
const SELECTED_AFTER = 300

/** The state of the page: the open project, the view of it, and the messages to the user. */
export class Workspace {
  session = $state.raw<Session | undefined>()
  start = $state.raw<Output<'app.start'> | undefined>()
  settings: Settings = $state.raw()!
  dialog = $state.raw<Dialog>()
  menu = $state.raw<OpenMenu>()
  /** Answers whether to discard unsaved changes; undefined if that is not being asked. */
  confirmDiscard = $state.raw<((close: boolean) => void) | undefined>()
  readonly view = new View(
    () => this.#rememberShown(),
    () => {
      this.#rememberSelected()
      this.otherWindows.tell()
    },
  )
  readonly whatIf = new WhatIf(this)
  readonly shownPath = new ShownPath(this)
  readonly reuse = new Reuse(this)
  readonly otherWindows = new OtherWindows(this)
  #remembering: ReturnType<typeof setTimeout> | undefined
  /** Resolves once the host has answered the last change of settings. */
  #settingsWritten: Promise<void> = Promise.resolve()
  readonly panes = new Panes()
  readonly fields = new Fields()
  readonly desk = new Desk(this)
  readonly theme: Theme
  readonly notices = new Notices()
  /** Made when the dialog first opens, with the colours that the page has then. */
  #exportChoice: ExportChoice | undefined
  readonly merging: Merging
  readonly importing: Importing

  constructor(
    readonly platform: Platform,
    system: SystemPreference,
    readonly keyboard: Keyboard,
  ) {
    this.theme = new Theme(() => this.settings?.theme ?? 'system', system)
    this.merging = new Merging(platform)
    this.importing = new Importing(platform.client, this)
  }

  get exportChoice(): ExportChoice {
    return (this.#exportChoice ??= new ExportChoice(this.theme.name))
  }

  /** Starts the page, and opens the project that it had open before, or that the program was started with. */
  async begin(): Promise<void> {
    await this.notifyOnError(async () => {
      await this.refresh()
      const path = this.platform.openBefore ?? this.start?.open
      if (path) await this.open(path)
    })
  }

  /** The host was started anew and knows nothing of this page: opens the project there, with what was not saved before. */
  async renew(): Promise<void> {
    await this.notifyOnError(() => this.refresh())
    await readAgain(this)
  }

  #rememberShown(): void {
    clearTimeout(this.#remembering)
    this.#remembering = undefined
    if (this.session) rememberShown(this, this.session.project, this.view)
  }

  /** A little later, because a selection follows another quickly. */
  #rememberSelected(): void {
    this.#remembering ??= setTimeout(() => this.#rememberShown(), SELECTED_AFTER)
  }

  async refresh(): Promise<void> {
    this.start = await this.platform.client.call('app.start', {})
    this.settings = this.start.settings
  }

  create = (title: string) => this.enter(() => this.platform.client.call('project.create', { title }))
  async openSample(): Promise<void> {
    const before = this.session
    await this.enter(() => this.platform.client.call('project.openSample', {}))
    if (this.session && this.session !== before) rememberSample(this, this.session.project.about.id)
  }

  open = (path: string) => this.enter(() => this.platform.client.call('project.open', { path }))
  openCopy = (file: IncomingFile) => this.enter(() => this.platform.client.call('project.openCopy', file))

  async choose(): Promise<void> {
    await this.notifyOnError(async () => {
      const chosen = await this.platform.chooseProject()
      if (chosen) await ('path' in chosen ? this.open(chosen.path) : this.openCopy(chosen.file))
    })
  }

  /** The page is closing: the host need not keep the project open. */
  closeProject(): void {
    const { key } = this.session ?? {}
    if (key) void this.platform.client.call('project.close', { key }).catch(() => undefined)
  }

  /** Checks the project's file, which may have changed while another window had the focus. */
  checkFile(): void {
    void this.session?.saver.flush()
  }

  /**
   * Saves and closes the project, and shows the start screen. Returns false if there are unsaved changes.
   * @param unsaved whether to discard unsaved changes
   */
  async leave(unsaved = false): Promise<boolean> {
    const { session } = this
    if (!session) return true
    const isCommitted = this.fields.commit()
    if (!((await session.saver.flush()) && isCommitted) && !unsaved) {
      this.notices.problem('The project was not closed, because not everything is saved yet.', {
        label: 'Close anyway…',
        run: () => void this.mayClose().then((close) => close && this.leave(true)),
      })
      return false
    }
    session.saver.stop()
    this.otherWindows.leave()
    this.#rememberShown()
    this.session = undefined
    this.platform.noteOpen(undefined)
    // The host may answer in another order, and `refresh` reads the settings.
    await this.#settingsWritten
    await this.platform.client.call('project.close', { key: session.key }).catch(() => undefined)
    await this.notifyOnError(() => this.refresh())
    return true
  }

  /** Whether everything is saved now, with the words that are being typed. */
  isSaved(): boolean {
    return this.fields.commit() && (this.session?.saver.state.kind ?? 'saved') === 'saved'
  }

  /** Whether the window may close: everything is saved, or the user discards the rest. */
  async mayClose(): Promise<boolean> {
    const isCommitted = this.fields.commit()
    // Without a project, there is only the title of a new one.
    if (!this.session || ((await this.session.saver.flush()) && isCommitted)) return true
    return new Promise((answer) => {
      this.confirmDiscard = (close) => {
        this.confirmDiscard = undefined
        answer(close)
      }
    })
  }

  /** Opens a project in place of the current one. */
  async enter(ask: () => Promise<OpenedProject>): Promise<void> {
    await this.notifyOnError(async () => {
      const opened = await ask()
      const { client } = this.platform
      // If it is the open project, or the current one cannot be closed, release the file again.
      const isOpen = this.session?.path === opened.path && !this.session.readOnly
      if (isOpen || !(await this.leave())) {
        await client.call('project.close', { key: opened.key })
        return
      }
      this.#show(opened)
    })
  }

  /** Shows the file of the open project as it was opened again. Changes that wait to be saved must be kept before. */
  replace(opened: OpenedProject): Session {
    this.session?.saver.stop()
    this.otherWindows.leave()
    this.#rememberShown()
    return this.#show(opened)
  }

  #show(opened: OpenedProject): Session {
    const session = new Session(opened, this.platform.client)
    session.author = () => authorOf(this.settings)
    session.onSetAside = (path) => offerTheirs(this, path)
    session.onHistoryProblem = (sentences) => this.notices.problem(sentences)
    session.onLost = (lost) =>
      this.notices.problem(wordsOfLost(lost), {
        label: 'Save a copy with it',
        run: () => void saveCopy(this, lost.project),
      })
    // The host gives a project up whose window was silent for long, as on a laptop that sleeps.
    session.saver.onReleased = () => this.session === session && void readAgain(this)
    session.onChanged = () => this.#letGo(session)
    const { source, map } = lastOrFirst(this, session.project)
    this.whatIf.end()
    this.shownPath.end()
    this.view.reset(source, map)
    this.view.select(lastSelection(this, session.project))
    this.panes.forget()
    this.session = session
    this.platform.noteOpen(opened.path)
    this.otherWindows.listen(session)
    this.dialog = undefined
    for (const sentence of opened.messages)
      this.notices.problem(sentence, { label: 'History', run: () => (this.dialog = 'history') })
    if (opened.unwritable)
      this.notices.problem(opened.unwritable, {
        label: 'Save a copy elsewhere',
        run: () => void saveCopy(this),
      })
    if (opened.otherVersion) offerTheirs(this, opened.otherVersion)
    return session
  }

  /** Another window has changed the project: lets go of what it has removed. */
  #letGo({ project }: Session): void {
    this.view.letGo(project, present(project, this.view.selection), lastOrFirst(this, project))
  }

  /** Runs a command on the open project and updates the screen. Every button, key, menu and drop uses it. */
  run<Name extends keyof CommandInputs>(name: Name, input: CommandInputs[Name]): Result {
    const result = this.attempt(name, input)
    if (!result.done) this.#refused(name, result)
    return result
  }

  /** Shows a refusal, with what can be done instead. */
  #refused<Name extends keyof CommandInputs>(name: Name, { refusal, instead }: Refusal): void {
    if (!instead) return this.notices.refused(refusal)
    const { title, input } = instead
    this.notices.refused(
      refusal,
      { label: title, run: () => this.run(name, input as CommandInputs[Name]) },
      { label: 'Leave it', run: () => undefined },
    )
  }

  /** Does the same without a notice, for a caller that shows the refusal itself. */
  attempt<Name extends keyof CommandInputs>(name: Name, input: CommandInputs[Name]): Result {
    const { session } = this
    if (!session) return { done: false, refusal: 'No project is open.' }
    const before = session.project
    const result = session.run(name, input)
    if (result.done) followUp(this, name, input, before, result)
    return result
  }

  undo(): void {
    this.#travelled('undone', this.session?.undo())
  }

  redo(): void {
    this.#travelled('redone', this.session?.redo())
  }

  #travelled(how: 'undone' | 'redone', travel: Travel | undefined): void {
    if (!travel) return
    const { label, patch } = travel
    if (!patch) {
      this.notices.refused(
        `Another window has changed the same since, so “${label}” was not ${how}. Nothing was changed.`,
      )
      return
    }
    showAgain(this, patch)
    this.notices.done(`${how === 'undone' ? 'Undone' : 'Redone'}: ${label}.`)
  }

  /** Changes settings and stores them. The host logs a failure, which is not worth a message. */
  readonly set = (change: SettingsChange): void => {
    this.preview(change)
    this.#settingsWritten = this.platform.client.call('settings.write', change).then(
      () => undefined,
      () => undefined,
    )
  }

  /** Changes settings during a gesture; call `set` at its end to store them. */
  preview(change: SettingsChange): void {
    this.settings = mergeSettings(this.settings, change)
  }

  /** The reading position and text size of a source. */
  readingOf(source: string): { offset: number; zoom: number } {
    return this.settings.reading.find((each) => each.source === source) ?? { offset: 0, zoom: 1 }
  }

  rememberReading(source: string, change: { offset?: number; zoom?: number }): void {
    this.set({ reading: [{ ...this.readingOf(source), ...change, source }] })
  }

  /** Runs an action that may fail, and tells the user why it did. */
  async notifyOnError(action: () => Promise<unknown>): Promise<void> {
    try {
      await action()
    } catch (error) {
      this.notices.problem(wordsOf(error))
    }
  }
}

export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
