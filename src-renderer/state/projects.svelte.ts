import type { OpenedProject } from '#api/endpoints/opened'
import { authorOf, type Settings, type SettingsChange } from '#api/settings'
import type { IncomingFile } from '../transports/platform'
import { Session } from './document/session.svelte'
import type { Fields } from './fields/fields'
import { offerTheirs, readAgain, saveCopy, type Recovering } from './file-recovery'
import { rememberSample } from './hints'
import { wordsOfLost } from './lost-changes'
import { present, type OtherWindows } from './other-windows.svelte'
import { lastOrFirst, lastSelection } from './view/last-shown'
import type { View } from './view/view.svelte'

/** What this needs of the workspace. */
interface Work extends Recovering {
  readonly settings: Settings
  readonly settingsWritten: Promise<void>
  readonly set: (change: SettingsChange) => void
  readonly view: View
  readonly whatIf: { end(): void }
  readonly shownPath: { end(): void }
  readonly panes: { forget(): void }
  readonly fields: Fields
  readonly otherWindows: OtherWindows
  rememberShown(): void
  refresh(): Promise<void>
}

/** Creates, opens and leaves projects. A project is left only when everything is saved, or the user discards the rest. */
export class Projects {
  /** Answers whether to discard unsaved changes; undefined if that is not being asked. */
  confirmDiscard = $state.raw<((close: boolean) => void) | undefined>()

  constructor(private readonly workspace: Work) {}

  create = (title: string) => this.enter(() => this.#client.call('project.create', { title }))
  open = (path: string) => this.enter(() => this.#client.call('project.open', { path }))
  openCopy = (file: IncomingFile) => this.enter(() => this.#client.call('project.openCopy', file))

  async openSample(): Promise<void> {
    const { session: before } = this.workspace
    await this.enter(() => this.#client.call('project.openSample', {}))
    const { session } = this.workspace
    if (session && session !== before) rememberSample(this.workspace, session.project.about.id)
  }

  async choose(): Promise<void> {
    await this.workspace.notifyOnError(async () => {
      const chosen = await this.workspace.platform.chooseProject()
      if (chosen) await ('path' in chosen ? this.open(chosen.path) : this.openCopy(chosen.file))
    })
  }

  /** Opens a project in place of the current one. */
  async enter(ask: () => Promise<OpenedProject>): Promise<void> {
    const { workspace } = this
    await workspace.notifyOnError(async () => {
      const opened = await ask()
      // If it is the open project, or the current one cannot be closed, release the file again.
      const isOpen = workspace.session?.path === opened.path && !workspace.session.readOnly
      if (isOpen || !(await this.leave())) {
        await this.#client.call('project.close', { key: opened.key })
        return
      }
      this.#show(opened)
    })
  }

  /** Shows the file of the open project as it was opened again. Changes that wait to be saved must be kept before. */
  replace(opened: OpenedProject): Session {
    this.#letGo()
    return this.#show(opened)
  }

  /**
   * Saves and closes the project, and shows the start screen. Returns false if there are unsaved changes.
   * @param unsaved whether to discard unsaved changes
   */
  async leave(unsaved = false): Promise<boolean> {
    const { workspace } = this
    const { session } = workspace
    if (!session) return true
    const isCommitted = workspace.fields.commit()
    if (!((await session.saver.flush()) && isCommitted) && !unsaved) {
      workspace.notices.problem('The project was not closed, because not everything is saved yet.', {
        label: 'Close anyway…',
        run: () => void this.mayClose().then((close) => close && this.leave(true)),
      })
      return false
    }
    this.#letGo()
    workspace.session = undefined
    workspace.platform.noteOpen(undefined)
    // The host may answer in another order, and `refresh` reads the settings.
    await workspace.settingsWritten
    await this.#client.call('project.close', { key: session.key }).catch(() => undefined)
    await workspace.notifyOnError(() => workspace.refresh())
    return true
  }

  /** Whether everything is saved now, with the words that are being typed. */
  isSaved(): boolean {
    const { fields, session } = this.workspace
    return fields.commit() && (session?.saver.state.kind ?? 'saved') === 'saved'
  }

  /** Whether the window may close: everything is saved, or the user discards the rest. */
  async mayClose(): Promise<boolean> {
    const { fields, session } = this.workspace
    const isCommitted = fields.commit()
    // Without a project, there is only the title of a new one.
    if (!session || ((await session.saver.flush()) && isCommitted)) return true
    return new Promise((answer) => {
      this.confirmDiscard = (close) => {
        this.confirmDiscard = undefined
        answer(close)
      }
    })
  }

  /** The page is closing: the host need not keep the project open. */
  close(): void {
    const { key } = this.workspace.session ?? {}
    if (key) void this.#client.call('project.close', { key }).catch(() => undefined)
  }

  /** Checks the project's file, which may have changed while another window had the focus. */
  checkFile(): void {
    void this.workspace.session?.saver.flush()
  }

  get #client() {
    return this.workspace.platform.client
  }

  #letGo(): void {
    this.workspace.session?.saver.stop()
    this.workspace.otherWindows.leave()
    this.workspace.rememberShown()
  }

  #show(opened: OpenedProject): Session {
    const { workspace } = this
    const { notices, view } = workspace
    const session = this.#sessionOf(opened)
    const { source, map } = lastOrFirst(workspace, session.project)
    workspace.whatIf.end()
    workspace.shownPath.end()
    view.reset(source, map)
    view.select(lastSelection(workspace, session.project))
    workspace.panes.forget()
    workspace.session = session
    workspace.platform.noteOpen(opened.path)
    workspace.otherWindows.listen(session)
    workspace.dialog = undefined
    for (const sentence of opened.messages)
      notices.problem(sentence, { label: 'History', run: () => (workspace.dialog = 'history') })
    if (opened.unwritable)
      notices.problem(opened.unwritable, {
        label: 'Save a copy elsewhere',
        run: () => void saveCopy(workspace),
      })
    if (opened.otherVersion) offerTheirs(workspace, opened.otherVersion)
    return session
  }

  #sessionOf(opened: OpenedProject): Session {
    const { workspace } = this
    const session = new Session(opened, this.#client)
    session.author = () => authorOf(workspace.settings)
    session.onSetAside = (path) => offerTheirs(workspace, path)
    session.onProblem = (sentences) => workspace.notices.problem(sentences)
    session.onLost = (lost) =>
      workspace.notices.problem(wordsOfLost(lost), {
        label: 'Save a copy with it',
        run: () => void saveCopy(workspace, lost.project),
      })
    // The host gives a project up whose window was silent for long, as on a laptop that sleeps.
    session.saver.onReleased = () => workspace.session === session && void readAgain(workspace)
    // Another window has changed the project: let go of the records it has removed.
    session.onChanged = () =>
      workspace.view.letGo(
        session.project,
        present(session.project, workspace.view.selection),
        lastOrFirst(workspace, session.project),
      )
    return session
  }
}
