import { untrack } from 'svelte'
import type { Point } from '#domain/canvas/card'
import type { Tidied } from '#domain/layout/tidied'
import type { TextSpan } from '#domain/text/text-span'

interface Focus {
  focus(): void
}

/** A region of the window. */
interface Region extends Focus {
  hasFocus(): boolean
}

/** The article on screen. Its subject is the source. */
export interface ArticlePane {
  /** The offset of the first visible text, in UTF-16 units. */
  firstInSight(): number
  sees(span: TextSpan): boolean
  /** Deselects the text that is selected on the page. */
  clearSelection(): void
  /** Scrolls to a passage and highlights it for a moment. */
  show(span: TextSpan): void
}

/** The map on screen, as cards or as an outline. Its subject is the map. */
interface DrawingPane {
  /** Makes a claim visible, expanding the cards that hide it. */
  reveal(claim: string): void
}

/** The map on screen as cards. Its subject is the map. */
export interface CanvasPane {
  /** Lays out and moves the cards. Tells the user if it fails. */
  tidy(tidied: Tidied): Promise<void>
  /** Fits these cards into the pane. */
  zoomTo(claims: readonly string[]): void
  /** Moves the map until these cards are in sight. */
  bringIntoSight(claims: readonly string[]): void
  /** Shows the whole map. */
  fit(): void
  /** Fits the focused cards into the pane, once they are rendered. */
  fitFocus(): void
  /** The middle of the visible part, in map pixels. */
  centre(): Point | undefined
  /** The height of a claim's card in map pixels; undefined if it is not on the map. */
  cardHeight(claim: string): number | undefined
  /** The claim of the focused card. */
  focusedCard(): string | undefined
}

/** The details of one claim. Its subject is the claim. */
interface ClaimPane {
  editWording(): void
  editNote(): void
  /** Scrolls to the verdict and gives it the keyboard. */
  showVerdict(): void
}

/** The details of one cell of a matrix. Its subject is row and hypothesis, with a space between. */
interface CellPane {
  editNote(): void
}

/** The methods of each pane while it is on screen. */
export interface PaneMethods {
  library: Region
  reader: Region
  map: Region
  matrix: Region
  inspector: Region
  article: ArticlePane
  articleSearch: Focus
  drawing: DrawingPane
  canvas: CanvasPane
  mapSearch: Focus
  claimDetails: ClaimPane
  weighsMore: Focus
  cellDetails: CellPane
}

export type PaneName = keyof PaneMethods

interface Mounted {
  readonly subject: string | undefined
  readonly methods: unknown
}

interface Waiting {
  readonly subject: string | undefined
  readonly call: (methods: never) => void
}

/**
 * The panes on screen, each with the methods that it registers while it is mounted. A call to a pane that is not
 * mounted waits for it and is delivered once; a newer call to the same pane replaces it.
 */
export class Panes {
  readonly #mounted = new Map<PaneName, Mounted>()
  readonly #waiting = new Map<PaneName, Waiting>()

  /**
   * Registers a mounted pane.
   * @param subject what it shows, for calls about one thing
   * @returns a function that unregisters it
   */
  register<Name extends PaneName>(name: Name, methods: PaneMethods[Name], subject?: string): () => void {
    const mounted = { subject, methods }
    this.#mounted.set(name, mounted)
    const waiting = this.#waiting.get(name)
    if (waiting && fits(mounted, waiting)) {
      this.#waiting.delete(name)
      untrack(() => waiting.call(methods as never))
    }
    return () => {
      // The next pane may have been mounted before this one is unregistered.
      if (this.#mounted.get(name) === mounted) this.#mounted.delete(name)
    }
  }

  /** The methods of a pane; undefined if it is not on screen. */
  get<Name extends PaneName>(name: Name): PaneMethods[Name] | undefined {
    return this.#mounted.get(name)?.methods as PaneMethods[Name] | undefined
  }

  /**
   * Calls a pane now, or when it is mounted.
   * @param subject what the pane must show
   */
  ask<Name extends PaneName>(name: Name, call: (methods: PaneMethods[Name]) => void, subject?: string): void {
    const mounted = this.#mounted.get(name)
    this.#waiting.delete(name)
    if (mounted && fits(mounted, { subject })) untrack(() => call(mounted.methods as PaneMethods[Name]))
    else this.#waiting.set(name, { subject, call })
  }

  /** Drops waiting calls, because another project is opened. */
  forget(): void {
    this.#waiting.clear()
  }
}

const fits = (mounted: Mounted, { subject }: Pick<Waiting, 'subject'>): boolean =>
  subject === undefined || mounted.subject === subject
