import { diffArrays } from 'diff'

/** A run of text that was kept, deleted or inserted, with its white space and punctuation. */
export interface WordEdit {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Edits. With more, one text is shown as replaced by the other: nobody could follow them. */
const LIMIT = 2000

/** The edits from one text to another, word by word. */
export function wordEdits(before: string, after: string): WordEdit[] {
  const parts = (text: string): string[] =>
    text.match(/[\p{L}\p{N}\p{M}]+(?:['’.,]\p{N}+|['’]\p{L}+)*|\s+|./gsu) ?? []
  const changes = diffArrays(parts(before), parts(after), { maxEditLength: LIMIT }) ?? [
    { value: [before], removed: true, added: false },
    { value: [after], removed: false, added: true },
  ]
  return changes
    .map(({ value, added, removed }): WordEdit => {
      const kind = removed ? 'removed' : added ? 'added' : 'same'
      return { kind, text: value.join('') }
    })
    .filter(({ text }) => text !== '')
}
