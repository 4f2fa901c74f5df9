import type { Client } from '#api/client'
import type { Output } from '#api/endpoints'
import type { OpenedProject } from '#api/endpoints/opened'
import type { Refusal, Selected } from '#domain/commands/command'
import { runCommand, type CommandInputs } from '#domain/commands/registry'
import { NO_HISTORY, record, redo, separate, undo, type History } from '#domain/document/history'
import { loadOpened } from '#domain/document/load'
import { applyPatch, type Creation, type Patch } from '#domain/document/patch'
import type { Project } from '#domain/document/project'
import { applyAdjusted, reapply, rebase, type Rebased } from '#domain/document/rebase'
import type { Author } from '#domain/records/record'
import { env } from './env'
import { textOf } from './file-text'
import { Saver } from './saver.svelte'
import { sendPatch } from './send-patch'

/** The result of a command, or why it was refused. */
export type Result =
  | {
      readonly done: true
      readonly label: string
      readonly select?: Selected | undefined
      readonly reveal?: string | undefined
      /** Every record that it made. */
      readonly made: readonly Creation[]
    }
  | ({ readonly done: false } & Refusal)

/** What Undo or Redo has changed, and the label of its entry. Without a patch, the entry no longer fits. */
export interface Travel {
  readonly label: string
  readonly patch: Patch | undefined
}

/** Changes of this window that no longer apply, and the project in this window with them. */
export interface Lost {
  readonly patches: readonly Patch[]
  readonly project: Project
}

/** An open project: the document, its undo history, and its saver. */
export class Session {
  project: Project = $state.raw()!
  history = $state.raw<History>(NO_HISTORY)
  readonly saver: Saver
  readonly key: string
  readonly path: string
  /** Why the project is read-only; null if it can be edited. */
  readonly readOnly: OpenedProject['readOnly']
  /** Who works here, as the settings say; undefined if they name nobody. */
  author: () => Author | undefined = () => undefined
  /** Called when the host has copied another program's version of the file. */
  onSetAside: (path: string) => void = () => undefined
  /** Called once when the host can no longer write the project's file or history, with sentences for the user. */
  onProblem: (sentences: string) => void = () => undefined
  /** Called when other windows have changed the project. */
  onChanged: () => void = () => undefined
  /** Called when changes of this window do not apply to the project after changes of other windows. */
  onLost: (lost: Lost) => void = () => undefined
  /** The copies of other programs' versions of the file of which the user was told here. */
  #copies: readonly string[] = []
  #problem: string | null = null
  #revision: number
  /** Whether other windows have changed the project, so that an entry of the undo history may not fit. */
  #isShared = false

  /** Throws if the document cannot be read, which the host has already checked. */
  constructor(opened: OpenedProject, client: Client) {
    const loaded = loadOpened(textOf(opened.document))
    if (!loaded.ok) throw new Error(loaded.message)
    this.key = opened.key
    this.path = opened.path
    this.readOnly = opened.readOnly
    this.project = loaded.project
    this.#revision = loaded.project.about.revision
    this.saver = new Saver(
      async (id, patch) => {
        const parcel = { key: this.key, id, revision: this.#revision }
        const saved = await sendPatch(client, parcel, patch)
        this.#revision = saved.revision
        if (saved.setAside) this.hearOfCopy(saved.setAside)
        this.#noteProblem(saved.problem)
      },
      async () => {
        this.#noteProblem((await client.call('project.checkFile', { key: this.key })).problem)
      },
      async () => {
        const ask = (since: number | null) => client.call('project.changes', { key: this.key, since })
        const caught = await ask(this.#revision)
        // If they do not fit, this window has missed something, and takes the whole project.
        return this.#takeIn(caught) ?? this.#takeIn(await ask(null)) ?? false
      },
    )
  }

  /**
   * Takes over changes of a window's earlier session of the same project that were not saved there.
   * @param before the project in that session
   */
  carry(waiting: readonly Patch[], before: Project): void {
    const { project, kept, lost } = reapply(this.project, waiting)
    this.project = project
    for (const patch of kept) this.saver.add(patch)
    if (lost.length > 0) this.onLost({ patches: lost, project: before })
  }

  /** Takes in news of the project's revision. */
  hear(revision: number): void {
    if (revision !== this.#revision) this.saver.hear()
  }

  /** Takes in that another program's version of the file was copied. An answer and the news can both say so. */
  hearOfCopy(path: string): void {
    if (this.#copies.includes(path)) return
    this.#copies = [...this.#copies, path]
    this.onSetAside(path)
  }

  /** Puts changes of other windows below those that wait here. False if there are none, undefined if they do not fit. */
  #takeIn(caught: Output<'project.changes'>): boolean | undefined {
    const { waiting } = this.saver
    if (caught.kind === 'changes') {
      const { changes } = caught
      if (changes.length === 0) return false
      const included = Math.max(...changes.map(({ id }) => this.saver.sentAs(id)))
      const patches = changes.map(({ patch }) => patch as Patch)
      const rebased = rebase(this.project, waiting, patches, included)
      if (!rebased) return undefined
      this.#settle(rebased, changes.at(-1)!.revision)
      return true
    }
    const loaded = loadOpened(textOf(caught.document))
    if (!loaded.ok) throw new Error(loaded.message)
    const { project } = loaded
    const left = waiting.slice(this.saver.sentAs(caught.accepted))
    this.#settle(reapply(project, left), project.about.revision)
    return true
  }

  #settle({ project, kept, lost }: Rebased, revision: number): void {
    const before = this.project
    this.project = project
    this.#revision = revision
    this.#isShared = true
    this.history = separate(this.history)
    this.saver.replace(kept)
    this.onChanged()
    if (lost.length > 0) this.onLost({ patches: lost, project: before })
  }

  #noteProblem(problem: string | null): void {
    if (problem && problem !== this.#problem) this.onProblem(problem)
    this.#problem = problem
  }

  /** Runs a command on the document alone. `Workspace.run` also updates the screen. */
  run<Name extends keyof CommandInputs>(name: Name, input: CommandInputs[Name]): Result {
    if (this.readOnly) return { done: false, refusal: 'Nothing was changed: the project is read-only.' }
    const outcome = runCommand(this.project, name, input, { ...env, by: this.author() })
    if ('refusal' in outcome) return { done: false, ...outcome }
    const { patch, label, joins, select, reveal, made } = outcome
    if (patch.length > 0) {
      this.#apply(patch)
      this.history = record(this.history, { label, patch, joins, at: performance.now() })
    }
    return { done: true, label, select, reveal, made }
  }

  /** Undoes the last entry; undefined if there is none. */
  undo = (): Travel | undefined => this.#travel(undo(this.history, this.#adjust))

  /** Redoes the last undone entry; undefined if there is none. */
  redo = (): Travel | undefined => this.#travel(redo(this.history, this.#adjust))

  get undoLabel(): string | undefined {
    return this.history.done.at(-1)?.label
  }

  get redoLabel(): string | undefined {
    return this.history.undone.at(-1)?.label
  }

  /** Undo leaves alone what other windows have changed since. An entry of which nothing is left no longer fits. */
  #adjust = (patch: Patch): Patch | undefined => {
    if (!this.#isShared) return patch
    const adjusted = applyAdjusted(this.project, patch)?.patch
    return adjusted?.length === 0 ? undefined : adjusted
  }

  #travel(step: ReturnType<typeof undo>): Travel | undefined {
    if (!step) return undefined
    const { label, patch } = step
    if (patch) this.#apply(patch)
    this.history = step.history
    return { label, patch }
  }

  #apply(patch: Patch): void {
    const applied = applyPatch(this.project, patch)
    if ('conflict' in applied) throw new Error(applied.conflict)
    this.project = applied.project
    this.saver.add(patch)
  }
}
