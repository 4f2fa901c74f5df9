/** Below this scale text is illegible. */
export const LEGIBLE = 0.5
/** Window pixels kept free on each side of a whole map. Those below have room for the buttons that zoom. */
export const EDGE = 16
export const EDGE_BELOW = 36
/** The same as the padding of Svelte Flow. */
export const AROUND = { x: `${EDGE}px`, top: `${EDGE}px`, bottom: `${EDGE_BELOW}px` } as const
