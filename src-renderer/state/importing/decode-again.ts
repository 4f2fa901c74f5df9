import type { Source } from '#domain/records/source'
import { labelOf } from '#domain/vocabulary/encodings'
import type { Workspace } from '../workspace.svelte'

/** Reads an article again in an encoding that the user has chosen, and carries its passages over. */
export const decodeAgain = (workspace: Workspace, source: Source, encoding: string): Promise<void> =>
  workspace.notifyOnError(async () => {
    const { id, fileName, originalText } = source
    const from = labelOf(source.encoding)
    const { client } = workspace.platform
    const imported = await client.call('import.decodeAgain', { fileName, originalText, from, encoding })
    if (imported.kind === 'article')
      workspace.run('source.decodeAgain', { source: id, article: imported.article })
  })
