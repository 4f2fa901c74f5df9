import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import * as v from 'valibot'
import type { KnownPage } from './known-page'

const words = v.optional(v.array(v.string()))
const Known = v.object({
  text: v.optional(v.string()),
  published: v.optional(v.string()),
  raised: words,
  struck: words,
})
/** The known texts of the public benchmark of article extraction: `ground-truth.json` beside `html/ID.html.gz`. */
const Truth = v.record(v.string(), v.object({ articleBody: v.string() }))

/**
 * The files of a folder with what is known of each: `page.html` with `page.html.txt`, its words alone, or
 * `page.html.json`, an object like `KnownPage`. A folder of the public benchmark is read as it is published.
 */
export async function knownFolder(folder: string): Promise<KnownPage[]> {
  const names = (await readdir(folder)).toSorted()
  if (names.includes('ground-truth.json')) return benchmarkFolder(folder)
  const pages: KnownPage[] = []
  for (const name of names) {
    const known = names.includes(`${name}.json`)
      ? v.parse(Known, JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')))
      : names.includes(`${name}.txt`)
        ? { text: await readFile(join(folder, `${name}.txt`), 'utf8') }
        : undefined
    if (known) pages.push({ name, bytes: await readFile(join(folder, name)), ...defined(known) })
  }
  return pages
}

async function benchmarkFolder(folder: string): Promise<KnownPage[]> {
  const truth = v.parse(Truth, JSON.parse(await readFile(join(folder, 'ground-truth.json'), 'utf8')))
  const names = await readdir(join(folder, 'html'))
  return Promise.all(
    Object.entries(truth)
      .filter(([id]) => names.includes(`${id}.html.gz`))
      .map(async ([id, { articleBody }]) => ({
        name: `${id}.html`,
        bytes: gunzipSync(await readFile(join(folder, 'html', `${id}.html.gz`))),
        text: articleBody,
      })),
  )
}

/** The object without properties that are undefined. */
function defined({
  text,
  published,
  raised,
  struck,
}: v.InferOutput<typeof Known>): Omit<KnownPage, 'name' | 'bytes'> {
  return {
    ...(text !== undefined && { text }),
    ...(published !== undefined && { published }),
    ...(raised && { raised }),
    ...(struck && { struck }),
  }
}
