import type { Client } from '#api/client'
import type { OpenedProject } from '#api/endpoints'
import type { Selected } from '#domain/commands/command'
import { runCommand, type CommandInputs } from '#domain/commands/registry'
import { NO_HISTORY, record, redo, undo, type History } from '#domain/document/history'
import { load } from '#domain/document/load'
import { applyPatch, type Creation, type Patch } from '#domain/document/patch'
import type { Project } from '#domain/document/project'
import { env } from './env'
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
  | { readonly done: false; readonly refusal: string }

/** What Undo or Redo has changed, and the label of its entry. */
export interface Travel {
  readonly label: string
  readonly patch: Patch
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
  /** Called when the host has copied another program's version of the file. */
  onSetAside: (path: string) => void = () => undefined
  /** Called once when the host can no longer keep earlier states of the project, with sentences for the user. */
  onHistoryProblem: (sentences: string) => void = () => undefined
  #historyProblem: string | null = null
  #revision: number

  /** Throws if the document cannot be read, which the host has already checked. */
  constructor(opened: OpenedProject, client: Client) {
    const loaded = load(opened.document)
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
        if (saved.setAside) this.onSetAside(saved.setAside)
        this.#noteHistory(saved.historyProblem)
      },
      async () => {
        this.#noteHistory((await client.call('project.checkFile', { key: this.key })).historyProblem)
      },
    )
  }

  #noteHistory(problem: string | null): void {
    if (problem && problem !== this.#historyProblem) this.onHistoryProblem(problem)
    this.#historyProblem = problem
  }

  /** Runs a command on the document alone. `Workspace.run` also updates the screen. */
  run<Name extends keyof CommandInputs>(name: Name, input: CommandInputs[Name]): Result {
    if (this.readOnly) return { done: false, refusal: 'Nothing was changed: the project is read-only.' }
    const outcome = runCommand(this.project, name, input, env)
    if ('refusal' in outcome) return { done: false, refusal: outcome.refusal }
    const { patch, label, joins, select, reveal, made } = outcome
    if (patch.length > 0) {
      this.#apply(patch)
      this.history = record(this.history, { label, patch, joins, at: performance.now() })
    }
    return { done: true, label, select, reveal, made }
  }

  /** Undoes the last entry; undefined if there is none. */
  undo = (): Travel | undefined => this.#travel(undo(this.history))

  /** Redoes the last undone entry; undefined if there is none. */
  redo = (): Travel | undefined => this.#travel(redo(this.history))

  get undoLabel(): string | undefined {
    return this.history.done.at(-1)?.label
  }

  get redoLabel(): string | undefined {
    return this.history.undone.at(-1)?.label
  }

  #travel(step: ReturnType<typeof undo>): Travel | undefined {
    if (!step) return undefined
    this.#apply(step.patch)
    this.history = step.history
    return { label: step.label, patch: step.patch }
  }

  #apply(patch: Patch): void {
    const applied = applyPatch(this.project, patch)
    if ('conflict' in applied) throw new Error(applied.conflict)
    this.project = applied.project
    this.saver.add(patch)
  }
}
