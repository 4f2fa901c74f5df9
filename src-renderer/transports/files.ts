import { FILE_LIMIT } from '#api/limits'
import type { Chosen, IncomingFile } from './platform'

/** Reads files of the page's own into what the contract carries. Those that are too large are refused by name. */
export async function readFiles(files: readonly File[]): Promise<Chosen> {
  const small = files.filter((file) => file.size <= FILE_LIMIT)
  const refused = files
    .filter((file) => file.size > FILE_LIMIT)
    .map(
      (file) =>
        `“${file.name}” was not imported: it has ${Math.round(file.size / 1048576)} MB, more than can be taken here. Split it, or import it with the command line.`,
    )
  return { files: await Promise.all(small.map(readFile)), refused }
}

function readFile(file: File): Promise<IncomingFile> {
  return new Promise((done, failed) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = String(reader.result)
      done({ fileName: file.name, base64: url.slice(url.indexOf(',') + 1) })
    }
    reader.onerror = () => failed(reader.error ?? new Error('the file could not be read'))
    reader.readAsDataURL(file)
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
