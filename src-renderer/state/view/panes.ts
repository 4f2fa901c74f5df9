import { tick } from 'svelte'
import { afterFrame } from '../../ui/after-frame'
import type { Workspace } from '../workspace.svelte'

/** What a pane gives the focus to: the first of these that it has, where it can one that is in sight. */
const FIRST = {
  Library: ['[aria-current="true"]', 'li button', 'input'],
  Reader: ['[data-focus]'],
  Map: [
    '.svelte-flow__node.selected',
    '[data-relation][aria-pressed="true"]',
    '.svelte-flow__node',
    '[role="treeitem"][tabindex="0"]',
  ],
  Inspector: ['textarea, select, input', 'button'],
} as const

/** Whether the keyboard is in that pane. */
export const isIn = (pane: keyof typeof FIRST): boolean =>
  document.querySelector(`section[aria-label="${pane}"]`)?.contains(document.activeElement) ?? false

/** Moves the keyboard to a pane, and shows the pane first where the layout has it not. */
export async function goTo(workspace: Workspace, pane: keyof typeof FIRST): Promise<void> {
  const { layout } = workspace.settings
  if ((pane === 'Reader' && layout === 'map') || (pane === 'Map' && layout === 'read'))
    workspace.set({ layout: 'both' })
  await tick()
  const section = document.querySelector<HTMLElement>(`section[aria-label="${pane}"]`)
  // What is about to go cannot keep the keyboard.
  if (section?.ariaBusy) await new Promise<void>((done) => afterFrame(done))
  const found = section && FIRST[pane].map((each) => firstInSight(section, each)).find(Boolean)
  // It is shown where the keyboard is, which browsers leave out after a click or a key with Alt.
  ;(found ?? section)?.focus({ focusVisible: true })
}

function firstInSight(pane: HTMLElement, selector: string): HTMLElement | undefined {
  const found = [...pane.querySelectorAll<HTMLElement>(selector)]
  const seen = pane.getBoundingClientRect()
  const isSeen = (each: HTMLElement) => {
    const { left, right, top, bottom } = each.getBoundingClientRect()
    return left >= seen.left && right <= seen.right && top >= seen.top && bottom <= seen.bottom
  }
  return found.find(isSeen) ?? found[0]
}
