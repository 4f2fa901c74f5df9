export interface Notice {
  readonly id: number
  readonly text: string
  readonly kind: 'done' | 'problem'
  /** Buttons beside the text. */
  readonly actions: readonly NoticeAction[]
}

export interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

/** The most notices at once. More would have to be scrolled. */
const KEPT = 20

/** Milliseconds for which good news is shown. Bad news stays until it is closed. */
const STAYS = 6000
/** Milliseconds for which a refusal is shown. */
const REFUSAL_STAYS = 15_000

/** Messages at the edge of the window, which screen readers announce. */
export class Notices {
  list = $state.raw<readonly Notice[]>([])
  #next = 1

  done(text: string, ...actions: NoticeAction[]): void {
    const id = this.#add({ text, kind: 'done', actions })
    setTimeout(() => this.close(id), STAYS)
  }

  problem(text: string, ...actions: NoticeAction[]): void {
    this.#add({ text, kind: 'problem', actions })
  }

  /** A refusal. Nothing has changed, so the user need not close it. */
  refused(text: string, ...actions: NoticeAction[]): void {
    const id = this.#add({ text, kind: 'problem', actions })
    setTimeout(() => this.close(id), REFUSAL_STAYS)
  }

  close(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id)
  }

  #add(notice: Omit<Notice, 'id'>): number {
    const id = this.#next++
    // A repeated sentence is shown once, and newer good news replaces older.
    const others = this.list.filter(
      ({ text, kind }) => text !== notice.text && (kind === 'problem' || notice.kind === 'problem'),
    )
    this.list = [...others.slice(-KEPT), { ...notice, id }]
    return id
  }
}
