/** The attributes of a row's button. */
export interface RowAttributes {
  readonly tabindex: 0 | -1
  readonly role?: 'option'
  readonly 'aria-selected'?: boolean
  readonly 'aria-setsize'?: number
  readonly 'aria-posinset'?: number
}

/** A row as it is said: whether Tab stops at it and, in a list whose rows can be selected, whether it is and where it is. */
interface RowState {
  readonly isStop: boolean
  readonly option?: { readonly isChosen: boolean; readonly of: number; readonly index: number } | undefined
}

/** The most attributes that are kept. */
const MOST_KNOWN = 1000

/**
 * Gives rows that say the same the same object: a row whose attributes are the same object is not drawn again.
 * @returns the attributes of a row in this state
 */
export function knownAttributes(): (state: RowState) => RowAttributes {
  const known = new Map<string, RowAttributes>()
  return ({ isStop, option }) => {
    const key = `${isStop} ${option ? `${option.isChosen} ${option.of} ${option.index}` : ''}`
    const before = known.get(key)
    if (before) return before
    const tabindex = isStop ? 0 : -1
    const attributes: RowAttributes = option
      ? {
          tabindex,
          role: 'option',
          'aria-selected': option.isChosen,
          'aria-setsize': option.of,
          'aria-posinset': option.index + 1,
        }
      : { tabindex }
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, attributes)
    return attributes
  }
}
