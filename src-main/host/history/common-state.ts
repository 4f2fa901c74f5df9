import { parse } from '#domain/document/load'
import { isEditOf, knowsPast, statesOf, type Descent } from '#domain/merge/lineage'
import { checksumIn } from '../files/file-checksum'
import type { GenerationStore } from './version-history'

/**
 * The newest state in a history that another file goes back to, as the text of its file. A state that the file names
 * counts only if the file also knows the states before it.
 * @returns undefined if the history has none
 */
export async function commonState(history: GenerationStore, file: Descent): Promise<string | undefined> {
  const kept = await history.list()
  const generations = new Set(kept.map(({ generation }) => generation))
  const read = async (generation: string) => (await history.read(generation))?.toString('utf8')
  const [own, ...earlier] = statesOf(file)
  if (generations.has(own!)) return read(own!)
  for (const { generation } of kept.filter(({ revision }) => revision === file.revision)) {
    const bytes = await history.read(generation)
    // A state that another program has edited itself may be another edit of the same file.
    if (!bytes || checksumIn(bytes) !== 'right') continue
    const text = bytes.toString('utf8')
    const state = parse(text)
    if (state.ok && isEditOf(file, state.project.about)) return text
  }
  for (const generation of earlier) {
    const text = generations.has(generation) ? await read(generation) : undefined
    const state = text === undefined ? undefined : parse(text)
    if (state?.ok && knowsPast(file, generation, state.project.about)) return text
  }
  return undefined
}
