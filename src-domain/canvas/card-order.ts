import { CARD_WIDTH, type Point } from './card'

/** Two cards whose left or upper edges differ by no more than this are in one column or row. Map pixels. */
const COLUMN = CARD_WIDTH / 2
const ROW = 100

/** Sorts by columns from left to right, each from top to bottom. */
export const byColumn = <Item>(items: readonly Item[], at: (item: Item) => Point): Item[] =>
  sorted(
    items,
    (item) => at(item).x,
    (item) => at(item).y,
    COLUMN,
  )

/** Sorts by rows from top to bottom, each from left to right. */
export const byRow = <Item>(items: readonly Item[], at: (item: Item) => Point): Item[] =>
  sorted(
    items,
    (item) => at(item).y,
    (item) => at(item).x,
    ROW,
  )

function sorted<Item>(
  items: readonly Item[],
  across: (item: Item) => number,
  along: (item: Item) => number,
  reach: number,
): Item[] {
  const lines: Item[][] = []
  for (const item of items.toSorted((a, b) => across(a) - across(b))) {
    const line = lines.at(-1)
    if (line && across(item) - across(line[0]!) <= reach) line.push(item)
    else lines.push([item])
  }
  return lines.flatMap((line) => line.toSorted((a, b) => along(a) - along(b)))
}
