import type { Category } from '../../records/category'
import { COLOURS, BAR_STYLES } from '../../vocabulary/palette'

type Look = Pick<Category, 'colour' | 'bar'>

/** Every look: all colours with a solid bar first, then all with the next bar. */
const LOOKS: readonly Look[] = BAR_STYLES.flatMap((bar) => COLOURS.map((colour) => ({ colour, bar })))

/** The first look that the fewest categories have, so that looks repeat only after all have been used. */
export function freeLook(categories: readonly Look[]): Look {
  const uses = LOOKS.map(
    (look) => categories.filter(({ colour, bar }) => colour === look.colour && bar === look.bar).length,
  )
  return LOOKS[uses.indexOf(Math.min(...uses))]!
}
