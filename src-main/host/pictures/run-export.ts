import { exportFiles } from './export-files'
import { exportFormat } from './export-format'
import type { OnProgress } from './export-progress'
import type { ExportedFile, ExportTask } from './export-task'
import type { ExportPreview } from '#api/endpoints/export'
import { previewOf } from './preview'

/** Does what the thread was asked. */
export const runExport = async (
  { what, format, asked }: ExportTask,
  onProgress?: OnProgress,
): Promise<ExportedFile | ExportPreview> =>
  what === 'file'
    ? exportFiles(exportFormat(format), asked, onProgress)
    : previewOf(exportFormat(format), asked, onProgress)
