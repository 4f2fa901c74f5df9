/** The list before if the new one has the same items, so that nothing derived from it is computed again. */
export const keptList = <Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] =>
  before.length === now.length && now.every((item, index) => item === before[index]) ? before : now
