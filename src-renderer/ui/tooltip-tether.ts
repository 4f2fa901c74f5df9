import { Tooltip } from 'bits-ui'

/** Ties every button that has a tooltip to the page's one tooltip (`Tooltips.svelte`). The payload is its text. */
export const tooltipTether = Tooltip.createTether<string>()
