import { Tooltip } from 'bits-ui'

/** Connects every button with a tooltip to the page's only tooltip (`Tooltips.svelte`). The payload is its text. */
export const tooltipTether = Tooltip.createTether<string>()
