import { FILE_LIMIT } from '#api/limits'
import type { ImportFile, IncomingFile } from './platform'

/** Files from the browser, for importing. */
export const filesToImport = (files: readonly File[]): ImportFile[] =>
  files.map((file) => ({ fileName: file.name, size: file.size, content: file }))

/** A whole file for a single request. Throws with a message for the user. */
export async function wholeFile(file: ImportFile): Promise<IncomingFile> {
  const { fileName, size, content } = file
  if (!(content instanceof Blob) || size > FILE_LIMIT) {
    throw new Error(
      `“${fileName}” was not opened: it has ${Math.round(size / 1048576)} MB, which is too large. Open it with the desktop edition or the command line.`,
    )
  }
  return { fileName, base64: await base64Of(content) }
}

export function base64Of(bytes: Blob): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = String(reader.result)
      done(url.slice(url.indexOf(',') + 1))
    }
    reader.onerror = () => failed(new Error('It could not be read. Nothing was changed. Choose it again.'))
    reader.readAsDataURL(bytes)
  })
}

/** The dropped files, including those in dropped folders, ordered by name. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  // The browser clears the list of items after the event: read it before the first await.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const files = entries.length > 0 ? (await Promise.all(entries.map(filesUnder))).flat() : [...data.files]
  return files.sort((a, b) => a.name.localeCompare(b.name))
}

async function filesUnder(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith('.')) return []
  // Not every engine exposes these classes, so check the properties.
  if (entry.isFile) {
    return [await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed))]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const entries: FileSystemEntry[] = []
  // A reader returns batches; an empty one is the end.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed))
    if (batch.length === 0) break
    entries.push(...batch)
  }
  return (await Promise.all(entries.map(filesUnder))).flat()
}
