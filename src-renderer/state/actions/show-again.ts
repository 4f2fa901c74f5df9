import { isCreation, type Patch } from '#domain/document/patch'
import { reveal, type Places } from '../navigate'

/** Shows what Undo or Redo brought back: a map, else an article, else claims, which it selects. */
export function showAgain(workspace: Places, patch: Patch): void {
  const { view } = workspace
  const back = patch.filter(isCreation)
  const map = back.find(({ table }) => table === 'maps')
  const source = back.find(({ table }) => table === 'sources')
  const claims = back.flatMap(({ table, id }) => (table === 'claims' ? id : []))
  if (map) view.turnTo({ type: 'map', id: map.id })
  else if (source) view.turnTo({ type: 'source', id: source.id })
  else if (claims.length > 0) {
    view.select({ type: 'claims', ids: claims })
    reveal(workspace, claims[0]!)
  }
}
