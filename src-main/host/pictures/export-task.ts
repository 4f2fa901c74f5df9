import type { ExportPreview } from '#api/endpoints/export'
import type { ErrorCode } from '#api/errors'
import type { ExportAsked } from './export-file'
import type { ExportProgress } from './export-progress'

/** What the thread is asked: an export or its preview, in the format of that name. */
export interface ExportTask {
  readonly what: 'file' | 'preview'
  readonly format: string
  readonly asked: ExportAsked
}

export interface ExportedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** What the thread says: how far it is, and its answer. */
export type ExportMessage = { readonly kind: 'progress'; readonly progress: ExportProgress } | ExportAnswer

/** The answer of the thread. */
export type ExportAnswer =
  | { readonly kind: 'done'; readonly result: ExportedFile | ExportPreview }
  | { readonly kind: 'failed'; readonly code: ErrorCode | undefined; readonly message: string }
