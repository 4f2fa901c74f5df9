import { basename, join } from 'node:path'
import { app, dialog, shell, type BrowserWindow, type FileFilter } from 'electron'
import { ContractError } from '#api/errors'
import { EXPORT_FORMATS } from '#domain/formats/export/catalogue'
import { IMPORT_FORMATS, PROJECT_ENDINGS } from '#domain/formats/import/catalogue'
import { reasonOf } from '#host/files/durable-file'
import type { Dialogs } from '#host/methods/dialog'
import { writeWhole } from '../shell/write-whole'
import { openLink } from './open-link'

/** The operating system's dialogs, shown over the current window. */
export function nativeDialogs(window: () => BrowserWindow): Dialogs {
  return {
    async chooseProject() {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: 'Open project',
        properties: ['openFile'],
        filters: [{ name: 'Counterpoint project', extensions: [...PROJECT_ENDINGS] }],
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
          `“${basename(filePath)}” could not be written: ${reasonOf(error)}. Choose another place.`,
        )
      })
      return filePath
    },
    openLink: (address) =>
      openLink(address, {
        async ask(message, detail) {
          const buttons = ['Cancel', 'Open']
          const options = { type: 'question', message, detail, buttons, defaultId: 0, cancelId: 0 } as const
          return (await dialog.showMessageBox(window(), options)).response === 1
        },
        // eslint-disable-next-line no-restricted-properties -- the only place, called by openLink
        open: (checked) => shell.openExternal(checked),
      }),
    async copyPicture(base64) {
      // Imported on demand: without such a class in Electron, only copying fails and the window still opens.
      const { clipboard, ClipboardItem } = await import('electron')
      const png = new Blob([Buffer.from(base64, 'base64')], { type: 'image/png' })
      try {
        await clipboard.write([new ClipboardItem({ 'image/png': png })])
      } catch {
        throw new ContractError(
          'unavailable',
          'The system did not accept the picture on the clipboard. Export the map as PNG instead.',
        )
      }
    },
  }
}

function importFilters(): FileFilter[] {
  const all = IMPORT_FORMATS.flatMap(({ extensions }) => extensions)
  const each = IMPORT_FORMATS.map(({ title, extensions }) => ({ name: title, extensions: [...extensions] }))
  return [{ name: 'All supported files', extensions: all }, ...each]
}

function exportFilters(fileName: string): FileFilter[] {
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1)
  const format = EXPORT_FORMATS.find((each) => each.extension === extension)
  return format ? [{ name: format.title, extensions: [extension] }] : []
}
