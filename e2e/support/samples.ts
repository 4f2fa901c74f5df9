import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './browser-app'

const SAMPLES = join(root, 'src-domain', 'formats', 'import', 'samples')
const EXPECTED = '.expected.json'

/** A block as a sample's author says that it must come out. */
export interface ExpectedBlock {
  readonly role: string
  readonly level?: number
  readonly page?: number
  readonly aside?: string
  readonly text: string
}

/** What the file beside a sample says of it; what it leaves out its format does not know. */
export interface ExpectedArticle {
  readonly title: string
  readonly encoding?: string
  readonly authors?: readonly string[]
  readonly publisher?: string
  readonly published?: string
  readonly accessed?: string
  readonly url?: string
  readonly doi?: string
  readonly language?: string
  readonly kind?: string
  readonly report?: readonly { readonly what: string; readonly count: number }[]
  readonly blocks: readonly ExpectedBlock[]
}

/** A file of a format, as it lies beside the format. */
export interface Sample {
  readonly fileName: string
  readonly path: string
  readonly expected: ExpectedArticle
}

/** The path of a sample. */
export const samplePath = (format: string, fileName: string): string => join(SAMPLES, format, fileName)

/** The names of the formats that have samples. */
export const sampledFormats = async (): Promise<string[]> => (await readdir(SAMPLES)).sort()

/** The samples of a format of articles, each with what must come of it. */
export async function samplesOf(format: string): Promise<Sample[]> {
  const names = (await readdir(join(SAMPLES, format))).filter((name) => name.endsWith(EXPECTED)).sort()
  return Promise.all(
    names.map(async (name) => {
      const fileName = name.slice(0, -EXPECTED.length)
      const expected = JSON.parse(await readFile(samplePath(format, name), 'utf8')) as ExpectedArticle
      return { fileName, path: samplePath(format, fileName), expected }
    }),
  )
}
