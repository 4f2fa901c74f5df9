import type { Workspace } from '../../state/workspace.svelte'
import type { Row } from './results'

/** Turns the workspace to what a row stands for. */
export function openResult(workspace: Workspace, row: Row): void {
  switch (row.kind) {
    case 'claim':
      return workspace.goToClaim(row.claim.id, row.passage?.index)
    case 'note':
      return workspace.goToClaim(row.claim.id)
    case 'relation':
      return workspace.view.select({ type: 'relation', id: row.relation })
    case 'source':
      showReader(workspace)
      return workspace.view.select({ type: 'source', id: row.source })
    case 'passage':
      showReader(workspace)
      return workspace.view.goTo(row.source, row.start, row.end)
  }
}

/** An article is not shown where the map is alone. */
function showReader(workspace: Workspace): void {
  if (workspace.settings.layout === 'map') workspace.set({ layout: 'both' })
}
