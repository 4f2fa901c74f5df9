import { readWithinLimit } from './read-within-limit'

/** Files of annotations, which have their text in a file of the same name. */
const ANNOTATIONS = /\.(?:xml|ann)$/i

/** The path of the text to which a file of annotations belongs; undefined for any other file. */
export const textPathBeside = (path: string): string | undefined =>
  ANNOTATIONS.test(path) ? path.replace(ANNOTATIONS, '.txt') : undefined

/** The text beside a file of annotations; undefined if there is none, or if it is too large. */
export async function textBeside(path: string): Promise<Uint8Array | undefined> {
  const text = textPathBeside(path)
  return text === undefined ? undefined : readWithinLimit(text).catch(() => undefined)
}
