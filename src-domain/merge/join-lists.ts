const keyOf = (item: unknown): string => (typeof item === 'string' ? item : JSON.stringify(item))

/**
 * A list that two people changed: without what either removed, in the order of `mine`. What `theirs` added stands after
 * the item that it stands after there; at the end if there is none.
 */
export function joinLists(
  base: readonly unknown[],
  mine: readonly unknown[],
  theirs: readonly unknown[],
): unknown[] {
  const [was, here, there] = [base, mine, theirs].map((list) => new Set(list.map(keyOf)))
  const joined = mine.filter((item) => there!.has(keyOf(item)) || !was!.has(keyOf(item)))
  theirs.forEach((item, index) => {
    if (here!.has(keyOf(item)) || was!.has(keyOf(item))) return
    const before = theirs
      .slice(0, index)
      .reverse()
      .map((each) => joined.findIndex((other) => keyOf(other) === keyOf(each)))
      .find((place) => place >= 0)
    joined.splice(before === undefined ? joined.length : before + 1, 0, item)
  })
  return joined
}
