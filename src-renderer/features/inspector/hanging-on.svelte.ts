import { coneOf } from '#domain/weighing/cone'
import { hangsOn, type HangsOn } from '#domain/weighing/hangs-on'
import { untrack } from 'svelte'
import type { Session } from '../../state/document/session.svelte'
import type { Workspace } from '../../state/workspace.svelte'
import { sliced } from '../../ui/sliced'

/** What the verdict of a claim hangs on, as supposed; undefined while it is looked for. For use in a component. */
export class HangingOn {
  found = $state.raw<HangsOn | undefined>()

  constructor(session: () => Session, { whatIf }: Workspace, claim: () => string) {
    // Syncs with a search that runs in slices, because a large map takes longer than a frame.
    $effect(() => {
      const { weighing, supposing } = whatIf
      const { project } = session()
      const at = weighing?.framework.graph.claimAt.get(claim())
      if (!weighing || at === undefined) return
      untrack(() => (this.found = undefined))
      return sliced(
        hangsOn(project, weighing, coneOf(project, weighing.framework, supposing, at)),
        () => undefined,
        (result) => (this.found = result),
      )
    })
  }
}
