import { tick } from 'svelte'
import { afterFrame } from './after-frame'

/** Something that can take the keyboard focus. */
export interface Focusable {
  focus(): void
  hasFocus(): boolean
}

/**
 * Makes a pane focusable.
 * @param first selectors for the element to focus: the first match, preferably a visible one
 */
export const focusable = (pane: HTMLElement, first: readonly string[]): Focusable => ({
  hasFocus: () => pane.contains(document.activeElement),
  focus: () => void moveInto(pane, first),
})

async function moveInto(pane: HTMLElement, first: readonly string[]): Promise<void> {
  await tick()
  // Content that is about to be replaced cannot keep the focus.
  if (pane.ariaBusy) await new Promise<void>((done) => afterFrame(done))
  const found = first.map((each) => firstVisible(pane, each)).find(Boolean)
  // Show the focus ring, which browsers omit after a click or a key with Alt.
  ;(found ?? pane).focus({ focusVisible: true })
}

function firstVisible(pane: HTMLElement, selector: string): HTMLElement | undefined {
  const found = [...pane.querySelectorAll<HTMLElement>(selector)]
  const area = pane.getBoundingClientRect()
  const isVisible = (each: HTMLElement) => {
    const { left, right, top, bottom } = each.getBoundingClientRect()
    return left >= area.left && right <= area.right && top >= area.top && bottom <= area.bottom
  }
  return found.find(isVisible) ?? found[0]
}
