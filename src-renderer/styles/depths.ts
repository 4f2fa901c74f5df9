import { COLOURS, type Colour } from '#domain/vocabulary/palette'

/** The number of overlapping passages with an underline of their own. Further ones only have their colour. */
export const DEPTHS = 4

/** Computed once, because a page may need the names for a thousand passages. */
const NAMES = new Map(
  COLOURS.map((colour) => [
    colour,
    Array.from({ length: DEPTHS + 1 }, (_, depth) => `passage-${colour}-${depth}`),
  ]),
)

/** The name of the highlight for a colour and lane. */
export const highlightName = (colour: Colour, depth: number): string => NAMES.get(colour)![depth]!
