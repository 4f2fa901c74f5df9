import { COLOURS, type Colour } from '#domain/vocabulary/palette'

/** So many passages may lie over one another and have a line of their own; those below them have their colour alone. */
export const DEPTHS = 4

/** Made once: a page full of passages asks for one of these a thousand times. */
const NAMES = new Map(
  COLOURS.map((colour) => [
    colour,
    Array.from({ length: DEPTHS + 1 }, (_, depth) => `passage-${colour}-${depth}`),
  ]),
)

/** The name under which passages of a colour and depth are registered. */
export const highlightName = (colour: Colour, depth: number): string => NAMES.get(colour)![depth]!
