import { diffArrays } from 'diff'

/** A stretch of words that stayed, went or came, white space and marks included. */
export interface WordEdit {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** Edits beyond which two texts are shown as replaced: nobody could follow them. */
const LIMIT = 2000

/** What was done to words to make others of them, word by word. */
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
