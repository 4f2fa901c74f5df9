/** The text of a field and what is selected in it, in UTF-16 units. */
export interface FieldState {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Typing and deleting letter by letter. Any other change, such as pasting, is a step of its own. */
const LETTERS = new Set([
  'insertText',
  'insertCompositionText',
  'deleteContentBackward',
  'deleteContentForward',
])

/**
 * The undo history of one field. A step is a word that was typed, a run of letters that was deleted, or one other
 * change. A browser keeps one history for all fields of a page, so that undoing in one field changes another; this one
 * never leaves its field.
 */
export class FieldHistory {
  #now: FieldState
  /** How the current state came about; undefined if the next change begins a step. */
  #kind: string | undefined
  #done: FieldState[] = []
  #undone: FieldState[] = []

  constructor(now: FieldState) {
    this.#now = now
  }

  /** The field's state before a change. Begins again if the program has changed the text since. */
  before(state: FieldState): void {
    if (state.text === this.#now.text) {
      // The cursor was moved: what is typed there is a step of its own.
      if (state.start !== this.#now.start || state.end !== this.#now.end) this.#kind = undefined
      this.#now = state
      return
    }
    this.#now = state
    this.#kind = undefined
    this.#done = []
    this.#undone = []
  }

  /**
   * The field's state after a change.
   * @param kind the `inputType` of the event
   */
  after(state: FieldState, kind: string): void {
    if (state.text === this.#now.text) return
    const isSame = LETTERS.has(kind) && kind === this.#kind
    if (!isSame || beginsWord(this.#now, state)) this.#done.push(this.#now)
    this.#undone = []
    this.#now = state
    this.#kind = kind
  }

  /** The next change begins a step, as after a composition. */
  endStep(): void {
    this.#kind = undefined
  }

  /** The state to go back to; undefined if there is none. */
  undo(): FieldState | undefined {
    return this.#go(this.#done, this.#undone)
  }

  redo(): FieldState | undefined {
    return this.#go(this.#undone, this.#done)
  }

  #go(from: FieldState[], to: FieldState[]): FieldState | undefined {
    const state = from.pop()
    if (!state) return undefined
    to.push(this.#now)
    this.#now = state
    this.#kind = undefined
    return state
  }
}

/** Whether the typed letter is the first after a space. */
function beginsWord(before: FieldState, after: FieldState): boolean {
  const typed = after.text.slice(before.start, after.end)
  return typed !== '' && !/^\s/.test(typed) && /\s$/.test(before.text.slice(0, before.start))
}
