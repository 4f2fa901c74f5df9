import { navigate } from '../../state/navigate'
import type { Workspace } from '../../state/workspace.svelte'
import type { Row } from './results'

/** Opens what a row of the results stands for. */
export function openResult(workspace: Workspace, row: Row): void {
  switch (row.kind) {
    case 'claim':
      return navigate(workspace, { type: 'claim', id: row.claim.id, passage: row.passage?.index })
    case 'note':
      return navigate(workspace, { type: 'claim', id: row.claim.id })
    case 'relation':
      return navigate(workspace, { type: 'relation', id: row.relation })
    case 'source':
      return navigate(workspace, { type: 'source', id: row.source })
    case 'passage':
      return navigate(workspace, { type: 'passage', source: row.source, start: row.start, end: row.end })
  }
}
