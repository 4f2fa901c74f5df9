import type { Output } from '#api/endpoints'
import type { Settings, SettingsChange } from '#api/settings'
import { mergeSettings } from '#api/merge-settings'
import type { Refusal } from '#domain/commands/command'
import type { CommandInputs } from '#domain/commands/registry'
import type { Platform } from '../transports/platform'
import type { Keyboard } from './keyboard/keyboard.svelte'
import { Importing } from './importing/importing.svelte'
import { Merging } from './merging/merging.svelte'
import { followUp } from './actions/follow-up'
import { showAgain } from './actions/show-again'
import { rememberShown } from './view/last-shown'
import { Notices } from './notices.svelte'
import { OtherWindows } from './other-windows.svelte'
import type { Session, Result, Travel } from './document/session.svelte'
import { Desk } from './desk.svelte'
import type { Dialog } from './dialog'
import { ExportChoice } from './export-choice.svelte'
import { Fields } from './fields/fields'
import type { OpenMenu } from './menu'
import { readAgain } from './file-recovery'
import { Panes } from './panes'
import { Projects } from './projects.svelte'
import { Reuse } from './reuse/reuse.svelte'
import { Theme, type SystemPreference } from './theme.svelte'
import { View } from './view/view.svelte'
import { FoundOnMap } from './view/found-on-map.svelte'
import { ShownPath } from './view/shown-path.svelte'
import { WhatIf } from './view/what-if.svelte'

/** Milliseconds after which a selection is remembered. */
const SELECTED_AFTER = 300

/** The state of the page: the open project, the view of it, and the messages to the user. */
export class Workspace {
  session = $state.raw<Session | undefined>()
  start = $state.raw<Output<'app.start'> | undefined>()
  settings: Settings = $state.raw()!
  /** The same. While an effect ends, `settings` is what it was before, and a change to that would undo the last one. */
  #latest: Settings | undefined
  dialog = $state.raw<Dialog>()
  menu = $state.raw<OpenMenu>()
  readonly view = new View(
    () => this.rememberShown(),
    () => {
      this.#rememberSelected()
      this.otherWindows.tell()
    },
  )
  readonly whatIf = new WhatIf(this)
  readonly shownPath = new ShownPath(this)
  readonly foundOnMap = new FoundOnMap(this)
  readonly reuse = new Reuse(this)
  readonly otherWindows = new OtherWindows(this)
  #remembering: ReturnType<typeof setTimeout> | undefined
  /** Resolves once the host has answered the last change of settings. */
  settingsWritten: Promise<void> = Promise.resolve()
  readonly projects: Projects = new Projects(this)
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
      if (path) await this.projects.open(path)
    })
  }

  /** The host was started anew and knows nothing of this page: opens the project there, with what was not saved before. */
  async renew(): Promise<void> {
    await this.notifyOnError(() => this.refresh())
    await readAgain(this)
  }

  /** Stores which article and map are shown and what is selected. */
  rememberShown(): void {
    clearTimeout(this.#remembering)
    this.#remembering = undefined
    if (this.session) rememberShown(this, this.session.project, this.view)
  }

  /** A little later, because a selection follows another quickly. */
  #rememberSelected(): void {
    this.#remembering ??= setTimeout(() => this.rememberShown(), SELECTED_AFTER)
  }

  async refresh(): Promise<void> {
    this.start = await this.platform.client.call('app.start', {})
    this.settings = this.#latest = this.start.settings
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
    this.settingsWritten = this.platform.client.call('settings.write', change).then(
      () => undefined,
      () => undefined,
    )
  }

  /** Changes settings during a gesture; call `set` at its end to store them. */
  preview(change: SettingsChange): void {
    this.settings = this.#latest = mergeSettings(this.#latest ?? this.settings, change)
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
