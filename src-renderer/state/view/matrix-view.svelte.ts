import type { Sort } from '#domain/matrix/sorting'

/** A place in a matrix: a cell, or without a row a hypothesis, or without a hypothesis a row. */
export interface Place {
  readonly row?: string | undefined
  readonly hypothesis?: string | undefined
}

/** The view of the open matrix. It is in no patch and not in the project file (P6). */
export class MatrixView {
  /** The matrix that is open; the first if it is not in the project. */
  matrix = $state.raw<string>()
  sort = $state<Sort>('hand')
  /** The place with the keyboard. */
  place = $state.raw<Place>({})
  /** The matrix that was just made, whose title is to be typed. */
  naming = $state.raw<string>()

  /** Opens another matrix. */
  open(matrix: string | undefined): void {
    this.matrix = matrix
    this.place = {}
  }
}
