import type { CommandInputs } from '#domain/commands/registry'
import type { Project } from '#domain/document/project'
import type { Session } from '../../state/document/session.svelte'

/**
 * Runs the codebook's commands and keeps what there is to say about the last one: notices lie under a dialog, so the
 * dialog says it itself.
 */
export class Editing {
  #said = $state.raw<{ text: string; kind: 'done' | 'refused'; project: Project } | undefined>()

  constructor(private readonly session: Session) {}

  /**
   * Whether it was done.
   * @param done what is said then; nothing where that can be seen
   */
  run<Name extends keyof CommandInputs>(name: Name, input: CommandInputs[Name], done?: string): boolean {
    const result = this.session.run(name, input)
    const { project } = this.session
    if (!result.done) this.#said = { text: result.refusal, kind: 'refused', project }
    else this.#said = done === undefined ? undefined : { text: done, kind: 'done', project }
    return result.done
  }

  /** What there is to say, until something else is done, or that was undone. */
  get said() {
    return this.#said?.project === this.session.project ? this.#said : undefined
  }

  hush(): void {
    this.#said = undefined
  }
}

/** A number of things, in words. */
export const counted = (number: number, word: string): string =>
  `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`
