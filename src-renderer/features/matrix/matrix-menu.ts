import { RATING_WORDS } from '#domain/matrix/ratings'
import type { MenuEntry, MenuSection } from '../../state/menu'
import { perform, type Grid } from './matrix-keys'

/** What the menu offers at the place of the keyboard, before what it offers for the claim there. */
export function matrixMenu(grid: Grid, ofClaim: readonly MenuSection[]): readonly MenuSection[] {
  const { here, order, table } = grid
  const line = order.find(({ id }) => id === here.row)
  const entry = (label: string, key: string, shortcut: string, removes = false): MenuEntry => ({
    label,
    shortcut,
    removes,
    run: () => void perform(key, grid),
  })
  if (line && here.hypothesis !== undefined) {
    const rate = (rating: keyof typeof RATING_WORDS, key: string, shortcut: string) =>
      entry(`${rating}: ${RATING_WORDS[rating]}`, key, shortcut)
    return [
      [
        rate('CC', 'Shift+c', 'Shift C'),
        rate('C', 'c', 'C'),
        rate('N', 'n', 'N'),
        rate('NA', 'a', 'A'),
        rate('I', 'i', 'I'),
        rate('II', 'Shift+i', 'Shift I'),
      ],
      [entry('Write a note on the cell', 'Enter', 'Enter'), entry('Not rated', 'Delete', 'Del')],
    ]
  }
  // Delete takes the row or column off the matrix here, so that no other entry can show that key.
  const claim = ofClaim.map((section) =>
    section.map((each) => ('entries' in each || !each.removes ? each : { ...each, shortcut: undefined })),
  )
  if (line) {
    return [
      [
        entry('Next relevance', 'r', 'R'),
        entry('Next credibility', 'Shift+r', 'Shift R'),
        entry(line.seen === '' ? 'Mark as not seen yet' : 'Mark as seen today', 'w', 'W'),
        ...(line.reading === 'deception' ? [] : [entry('Enter again as deception', 'd', 'D')]),
        entry('Move row up', 'Alt+ArrowUp', 'Alt ↑'),
        entry('Move row down', 'Alt+ArrowDown', 'Alt ↓'),
        entry('Remove from matrix', 'Delete', 'Del', true),
      ],
      ...claim,
    ]
  }
  const at = table.columns.findIndex(({ id }) => id === here.hypothesis)
  return [
    [
      ...(at > 0 ? [entry('Move column left', 'Alt+ArrowLeft', 'Alt ←')] : []),
      ...(at < table.columns.length - 1 ? [entry('Move column right', 'Alt+ArrowRight', 'Alt →')] : []),
      entry('Remove from matrix', 'Delete', 'Del', true),
    ],
    ...claim,
  ]
}
