import { tick } from 'svelte'
import type { CommandInputs } from '#domain/commands/registry'
import type { Result } from '../document/session.svelte'
import { focusRegion, reveal, type Places } from '../navigate'
import type { Notices } from '../notices.svelte'
import { deselectWords } from '../view/deselect-words'

/** What following up needs of the workspace. */
interface Screen extends Places {
  readonly notices: Notices
  undo(): void
}

type CommandName = keyof CommandInputs

/** Commands whose work cannot be seen, so that it is told. */
const TOLD: Partial<Record<CommandName, string>> = {
  'claim.remove': 'The claim was deleted.',
  'source.remove': 'The article was removed.',
  'map.remove': 'The map was deleted.',
}

/** Does on screen what follows a command that was done, whichever button, key, menu or drop has run it. */
export function followUp(workspace: Screen, name: CommandName, result: Result & { done: true }): void {
  const { view, notices } = workspace
  if (result.select) view.turnTo(result.select)
  if (result.reveal !== undefined) reveal(workspace, result.reveal)
  if (usesWords(name, result)) deselectWords(workspace)
  const told = TOLD[name]
  if (told !== undefined) notices.done(told, { label: 'Undo', run: () => workspace.undo() })
  keepInMap(workspace)
}

/** Whether the selected words have become what the command made of them: still selected, they would hide its colour. */
const usesWords = (name: CommandName, { made }: Result & { done: true }): boolean =>
  name === 'excerpt.add' || name === 'source.setBlockAside' || made.some(({ table }) => table === 'excerpts')

/** The keyboard stays in the map when the card that had it goes, unless the next claim is being typed. */
function keepInMap(workspace: Screen): void {
  if (!workspace.panes.get('map')?.hasFocus()) return
  void tick().then(() => {
    const lost = document.activeElement === document.body && workspace.view.typing === undefined
    if (lost) focusRegion(workspace, 'map')
  })
}
