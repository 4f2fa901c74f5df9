import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './browser-app'

const REAL = join(root, '..', 'shared', 'articles')

/** Paths of five articles: real ones if available, else those of the sample project, written to the folder. */
export async function fiveArticles(folder: string): Promise<string[]> {
  if (existsSync(REAL)) {
    const names = (await readdir(REAL)).filter((name) => name.endsWith('.txt')).sort()
    return names.slice(0, 5).map((name) => join(REAL, name))
  }
  const sample = JSON.parse(await readFile(join(root, 'resources', 'sample.json'), 'utf8')) as {
    sources: { fileName: string; originalText: string }[]
  }
  await mkdir(folder, { recursive: true })
  return Promise.all(
    sample.sources.map(async ({ fileName, originalText }) => {
      const path = join(folder, fileName)
      await writeFile(path, originalText)
      return path
    }),
  )
}
