import { FILE_LIMIT } from '#api/limits'
import type { ImportFile, IncomingFile } from './platform'

/** Files of the page's own, to be imported. */
export const filesToImport = (files: readonly File[]): ImportFile[] =>
  files.map((file) => ({ fileName: file.name, size: file.size, content: file }))

/** A file of the page's own as the contract carries it in one request. Throws with words for the user. */
export async function wholeFile(file: ImportFile): Promise<IncomingFile> {
  const { fileName, size, content } = file
  if (!(content instanceof Blob) || size > FILE_LIMIT) {
    throw new Error(
      `“${fileName}” was not opened: it has ${Math.round(size / 1048576)} MB, more than can be taken here. Open it with the desktop edition or the command line.`,
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
    reader.onerror = () =>
      failed(new Error('It could not be read from its place. Nothing was changed; choose it again.'))
    reader.readAsDataURL(bytes)
  })
}

/** The files that were dropped, those inside dropped folders among them, in the order of their names. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  // The list of items is emptied as soon as the event is over: entries are taken before anything is awaited.
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const files = entries.length > 0 ? (await Promise.all(entries.map(filesUnder))).flat() : [...data.files]
  return files.sort((a, b) => a.name.localeCompare(b.name))
}

async function filesUnder(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith('.')) return []
  // The classes of these are not to be had in every engine, only what they say of themselves.
  if (entry.isFile) {
    return [await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed))]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const entries: FileSystemEntry[] = []
  // A reader answers in batches; an empty one says that there are no more.
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed))
    if (batch.length === 0) break
    entries.push(...batch)
  }
  return (await Promise.all(entries.map(filesUnder))).flat()
}
