/** How much of a step of an export is done, and of what: the articles to compare, or the parts of a picture. */
export interface ExportProgress {
  readonly done: number
  readonly of: number
  readonly step?: 'compare' | undefined
}

/** Hears how far an export is. */
export type OnProgress = (progress: ExportProgress) => void
