import { importing } from './sections/importing'
import { interchange } from './sections/interchange'
import { layout } from './sections/layout'
import { legibility } from './sections/legibility'
import { longArticle } from './sections/long-article'
import { map } from './sections/map'
import { merge } from './sections/merge'
import { reading } from './sections/reading'
import { searching } from './sections/searching'
import { sharedText } from './sections/shared-text'
import { twoWindows } from './sections/two-windows'
import { weighing } from './sections/weighing'
import type { Section } from './report'

/** The sections of the table, by their names on the command line. */
export const SECTIONS: Readonly<Record<string, (runs: number) => Promise<Section>>> = {
  reader: reading,
  weighing,
  merge,
  reuse: sharedText,
  interchange,
  map,
  live: twoWindows,
  long: longArticle,
  import: importing,
  layout,
  legibility,
  search: searching,
}
