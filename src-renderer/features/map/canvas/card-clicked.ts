import { navigate } from '../../../state/navigate'
import type { Workspace } from '../../../state/workspace.svelte'
import { claimOf } from './drop'
import { focusClicked } from './flow-nodes'

/** A plain click on one of several selected cards selects it alone. The frame around them may cover it. */
export function cardClicked(workspace: Workspace, event: MouseEvent | TouchEvent): void {
  focusClicked(event)
  if (!(event instanceof MouseEvent) || event.shiftKey || event.ctrlKey || event.metaKey) return
  const [claim] = document
    .elementsFromPoint(event.clientX, event.clientY)
    .flatMap((each) => claimOf(each) ?? [])
  if (claim && workspace.view.claims.length > 1) navigate(workspace, { type: 'claim', id: claim })
}
