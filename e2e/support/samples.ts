import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './browser-app'

const SAMPLES = join(root, 'src-domain', 'formats', 'import', 'samples')
const EXPECTED = '.expected.json'

/** A block as the sample expects it. */
export interface ExpectedBlock {
  readonly role: string
  readonly level?: number
  readonly page?: number
  readonly aside?: string
  readonly text: string
}

/** The expectation in the file beside a sample. Fields that the format does not have are omitted. */
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

/** A sample file of a format. */
export interface Sample {
  readonly fileName: string
  readonly path: string
  readonly expected: ExpectedArticle
}

/** The path of a sample. */
export const samplePath = (format: string, fileName: string): string => join(SAMPLES, format, fileName)

/** The names of the formats with samples. */
export const sampledFormats = async (): Promise<string[]> => (await readdir(SAMPLES)).sort()

/** The samples of an article format, with their expectations. */
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
