import { basename, join } from 'node:path'
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron'
import { ContractError } from '#api/errors'
import { EXPORT_FORMATS } from '#domain/formats/export/registry'
import { IMPORT_FORMATS } from '#domain/formats/import/registry'
import { reasonOf } from '#host/durable-file'
import type { Dialogs } from '#host/host'
import { writeWhole } from '../shell/write-whole'

/** The system's own dialogs, over the window that is open at the time. */
export function nativeDialogs(window: () => BrowserWindow): Dialogs {
  return {
    async chooseProject() {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: 'Open project',
        properties: ['openFile'],
        filters: [{ name: 'Counterpoint project', extensions: ['json'] }],
      })
      return filePaths[0] ?? null
    },
    async chooseImports() {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: 'Import articles or a map',
        properties: ['openFile', 'multiSelections'],
        filters: importFilters(),
      })
      return filePaths
    },
    async saveFile({ fileName, base64 }) {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        defaultPath: join(app.getPath('documents'), basename(fileName)),
        filters: exportFilters(fileName),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      if (canceled || !filePath) return null
      await writeWhole(filePath, Buffer.from(base64, 'base64')).catch((error: unknown) => {
        throw new ContractError(
          'not-saved',
          `“${basename(filePath)}” was not written: ${reasonOf(error)}. Choose another place.`,
        )
      })
      return filePath
    },
  }
}

function importFilters(): FileFilter[] {
  const all = IMPORT_FORMATS.flatMap(({ extensions }) => extensions)
  const each = IMPORT_FORMATS.map(({ title, extensions }) => ({ name: title, extensions: [...extensions] }))
  return [{ name: 'All that can be imported', extensions: all }, ...each]
}

function exportFilters(fileName: string): FileFilter[] {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1)
  const format = EXPORT_FORMATS.find((each) => each.extension === extension)
  return format ? [{ name: format.title, extensions: [extension] }] : []
}
