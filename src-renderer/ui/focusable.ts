import { tick } from 'svelte'
import { afterFrame } from './after-frame'

/** Something that the keyboard can be moved to. */
export interface Focusable {
  focus(): void
  hasFocus(): boolean
}

/**
 * A pane as something that can have the keyboard.
 * @param first selectors of what it gives the focus to: the first of them that it has, preferably one that is visible
 */
export const focusable = (pane: HTMLElement, first: readonly string[]): Focusable => ({
  hasFocus: () => pane.contains(document.activeElement),
  focus: () => void moveInto(pane, first),
})

async function moveInto(pane: HTMLElement, first: readonly string[]): Promise<void> {
  await tick()
  // Content that is about to be replaced cannot keep the keyboard.
  if (pane.ariaBusy) await new Promise<void>((done) => afterFrame(done))
  const found = first.map((each) => firstVisible(pane, each)).find(Boolean)
  // The focus ring is shown, which browsers leave out after a click or a key with Alt.
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
