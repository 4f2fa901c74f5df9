/** So many passages may lie over one another and have a line of their own; those below them have their colour alone. */
export const DEPTHS = 4

/** The name under which passages of a colour and depth are registered. */
export const highlightName = (colour: string, depth: number): string => `passage-${colour}-${depth}`
