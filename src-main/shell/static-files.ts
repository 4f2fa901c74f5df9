import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

/** A file of the page. */
export interface StaticFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The files of the page by the path of their address. */
export type StaticFiles = ReadonlyMap<string, StaticFile>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

/**
 * Reads a folder's files once, a few megabytes. What is asked for later is looked up here and never made into a path, so
 * that no address reaches a file outside the folder; and a page that is open stays whole when it is built anew.
 */
export async function readStaticFiles(folder: string): Promise<StaticFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, StaticFile>()
  for (const entry of entries) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || !type) continue
    const path = join(entry.parentPath, entry.name)
    const address = `/${relative(folder, path).split(sep).join('/')}`
    files.set(address, { type, bytes: new Uint8Array(await readFile(path)) })
  }
  const page = files.get('/index.html')
  if (page) files.set('/', page)
  return files
}
