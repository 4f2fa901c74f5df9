import type { Desk } from '../../state/workspace.svelte'
import type { Row } from './results'

/** Turns the desk to what a row stands for. */
export function go(desk: Desk, row: Row): void {
  switch (row.kind) {
    case 'claim':
      return desk.goToClaim(row.claim.id, row.passage?.index)
    case 'note':
      return desk.goToClaim(row.claim.id)
    case 'relation':
      return desk.view.select({ type: 'relation', id: row.relation })
    case 'source':
      showReader(desk)
      return desk.view.select({ type: 'source', id: row.source })
    case 'passage':
      showReader(desk)
      return desk.view.goTo(row.source, row.start, row.end)
  }
}

/** An article is not shown where the map is alone. */
function showReader(desk: Desk): void {
  if (desk.settings.layout === 'map') desk.set({ layout: 'both' })
}
