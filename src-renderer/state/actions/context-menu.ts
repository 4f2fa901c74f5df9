import type { Menu, Subject } from '#domain/commands/command'
import { inOrder } from '#domain/records/category'
import { visibleName } from '#domain/safety/visible-name'
import type { MenuEntry, MenuSection } from '../menu'
import type { Workspace } from '../workspace.svelte'
import { ACTIONS, type Action } from './actions'
import { isCategoryKeys } from './keys'
import { keyOf } from './shortcuts'

/** The order of the sections: each has the actions of one menu of the menu bar. */
const SECTIONS: readonly Menu[] = ['Claim', 'Map', 'Reading', 'Edit', 'File', 'View', 'Help']

/**
 * The context menu of what is selected: every action of the registries that is for such a subject and applies now. Each
 * section begins with its submenus. What takes something away is last.
 */
export function contextMenu(workspace: Workspace, on: Subject): MenuSection[] {
  const actions = ACTIONS.filter(({ context }) => context?.on.includes(on))
  const [removing, others] = [true, false].map((removes) =>
    actions.filter(({ context }) => (context?.removes ?? false) === removes),
  )
  const ordered = SECTIONS.map((menu) => others!.filter((action) => (action.menu ?? 'Claim') === menu))
  return [...ordered, removing!].map((each) => section(workspace, each)).filter((each) => each.length > 0)
}

function section(workspace: Workspace, actions: readonly Action[]): MenuSection {
  const submenus = new Set(actions.flatMap(({ context }) => context?.submenu ?? []))
  const entriesOf = (submenu?: string) =>
    actions
      .filter(({ context }) => context?.submenu === submenu)
      .sort((a, b) => Number(a.changes) - Number(b.changes))
      .flatMap((action) => entries(workspace, action))
  return [
    ...[...submenus].map((label) => ({ label, entries: entriesOf(label) })),
    ...entriesOf(undefined),
  ].filter((each) => !('entries' in each) || each.entries.length > 0)
}

/** The entry of an action if it applies; an action with the keys of the categories has one for each of them. */
function entries(workspace: Workspace, action: Action): MenuEntry[] {
  const entry = (label: string, shortcut: string | undefined, key?: string): MenuEntry => ({
    label,
    shortcut,
    removes: action.context?.removes ?? false,
    run: () => void action.run(workspace, key),
  })
  if (!isCategoryKeys(action)) {
    const label = action.context?.title ?? action.title
    return action.applies(workspace) ? [entry(label, keyOf(workspace, action.name))] : []
  }
  return inOrder(workspace.session?.project.categories.values() ?? [])
    .filter(({ key }) => key !== '' && action.applies(workspace, key))
    .map(({ key, name }) => entry(visibleName(name), key, key))
}
