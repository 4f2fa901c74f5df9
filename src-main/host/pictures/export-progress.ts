/** How much of an export is done, and of what: the parts of a picture, or its tiles. */
export interface ExportProgress {
  readonly done: number
  readonly of: number
}

/** Hears how far an export is. */
export type OnProgress = (progress: ExportProgress) => void
