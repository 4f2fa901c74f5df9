import type { Attachment } from 'svelte/attachments'
import type { Desk } from '../state/desk.svelte'

/** The time in which a second click may follow. Milliseconds. */
const SECOND_CLICK = 350
/** Window pixels. A pointer that has moved further away makes no second click. */
const NEAR = 6

/** Keeps the panes where they are from a press of the pointer on an element until it has become a click, two, or a drag. */
export const holdPanes =
  (desk: Desk): Attachment<HTMLElement> =>
  (element) => {
    const listening = new AbortController()
    const { signal } = listening
    let releasing: ReturnType<typeof setTimeout> | undefined
    let up: PointerEvent | undefined

    function release() {
      clearTimeout(releasing)
      up = undefined
      desk.release()
    }
    function press() {
      clearTimeout(releasing)
      up = undefined
      desk.hold()
    }
    function end(event: PointerEvent) {
      up = event
      clearTimeout(releasing)
      releasing = setTimeout(release, SECOND_CLICK)
    }
    function move({ clientX, clientY, buttons }: PointerEvent) {
      if (up && buttons === 0 && Math.hypot(clientX - up.clientX, clientY - up.clientY) > NEAR) release()
    }

    // Who uses keys next does not click a second time, and a key may scroll to what the inspector would cover.
    function key() {
      if (up) release()
    }

    element.addEventListener('pointerdown', press, { capture: true, signal })
    addEventListener('pointerup', end, { capture: true, signal })
    addEventListener('pointercancel', end, { capture: true, signal })
    addEventListener('keydown', key, { capture: true, signal })
    addEventListener('pointermove', move, { capture: true, passive: true, signal })
    return () => {
      listening.abort()
      release()
    }
  }
