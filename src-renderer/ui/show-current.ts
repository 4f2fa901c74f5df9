import { afterFrame } from './after-frame'

/**
 * Scrolls a list to its current row, where that is not in sight.
 * @returns calls it off
 */
export const showCurrent = (list: HTMLElement | undefined): (() => void) =>
  // Later, because it has the list laid out, which what made the row current must not wait for.
  afterFrame(() => list?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' }))
