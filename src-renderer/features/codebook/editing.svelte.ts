import type { CommandInputs } from '#domain/commands/registry'
import type { Project } from '#domain/document/project'
import type { Session } from '../../state/document/session.svelte'
import type { Workspace } from '../../state/workspace.svelte'

/**
 * Runs commands for the codebook dialog and keeps the message about the last one. The dialog shows it itself, because
 * notices are hidden behind a dialog.
 */
export class Editing {
  #said = $state.raw<{ text: string; kind: 'done' | 'refused'; project: Project } | undefined>()

  constructor(
    private readonly workspace: Pick<Workspace, 'attempt'>,
    private readonly session: Session,
  ) {}

  /**
   * Runs a command. Returns whether it was done.
   * @param done the message afterwards; none if the result is visible
   */
  run<Name extends keyof CommandInputs>(name: Name, input: CommandInputs[Name], done?: string): boolean {
    const result = this.workspace.attempt(name, input)
    const { project } = this.session
    if (!result.done) this.#said = { text: result.refusal, kind: 'refused', project }
    else this.#said = done === undefined ? undefined : { text: done, kind: 'done', project }
    return result.done
  }

  /** The last message, until another command is run or its change is undone. */
  get said() {
    return this.#said?.project === this.session.project ? this.#said : undefined
  }

  hush(): void {
    this.#said = undefined
  }
}

/** A number with its noun, in the plural unless the number is one. */
export const counted = (number: number, word: string): string =>
  `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`
