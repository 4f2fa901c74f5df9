export interface Notice {
  readonly id: number
  readonly text: string
  readonly kind: 'done' | 'problem'
  /** Buttons beside the words. */
  readonly actions: readonly NoticeAction[]
}

export interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

/** So many messages stand at once; with more there is one to scroll. */
const KEPT = 20

/** Milliseconds that good news stays. Bad news stays until it is closed. */
const STAYS = 6000
/** Milliseconds that it is told that something was not done. */
const REFUSAL_STAYS = 15_000

/** Sentences told to the user at the edge of the window, and to screen readers. */
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

  /** What was refused: nothing has changed, so it need not be closed. */
  refused(text: string): void {
    const id = this.#add({ text, kind: 'problem', actions: [] })
    setTimeout(() => this.close(id), REFUSAL_STAYS)
  }

  close(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id)
  }

  #add(notice: Omit<Notice, 'id'>): number {
    const id = this.#next++
    // The same sentence twice is told once, and good news gives way to newer good news.
    const others = this.list.filter(
      ({ text, kind }) => text !== notice.text && (kind === 'problem' || notice.kind === 'problem'),
    )
    this.list = [...others.slice(-KEPT), { ...notice, id }]
    return id
  }
}
