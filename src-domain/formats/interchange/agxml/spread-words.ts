import { wordEdits } from '../../../versions/word-edits'

/**
 * A new wording of a claim spread over the units that its old one was joined of: each unit keeps what it still says, and
 * what is new goes to the unit where it stands. If that leaves a unit without words, all words are shared out by the
 * lengths of the units.
 * @returns the words of each unit, empty for one that has none left; joined by blanks they are the wording
 */
export function spreadWords(units: readonly string[], wording: string): readonly string[] {
  const aligned = alignedWords(units, wording)
  if (joined(aligned) === wording && aligned.every((words) => words !== '')) return aligned
  const shared = sharedWords(units, wording)
  if (joined(shared) === wording) return shared
  return joined(aligned) === wording ? aligned : [wording, ...units.slice(1).map(() => '')]
}

const joined = (units: readonly string[]): string => units.filter((words) => words !== '').join(' ')

function alignedWords(units: readonly string[], wording: string): string[] {
  const spread = units.map(() => '')
  const ends = units.map((_, at) => units.slice(0, at + 1).join(' ').length)
  const unitAt = (place: number): number => {
    const found = ends.findIndex((end) => place <= end)
    return found < 0 ? units.length - 1 : found
  }
  let place = 0
  for (const { kind, text } of wordEdits(units.join(' '), wording)) {
    if (kind === 'added') spread[unitAt(place)] += text
    else {
      for (const character of text) {
        place += character.length
        if (kind === 'same') spread[unitAt(place)] += character
      }
    }
  }
  return spread.map((words) => words.trim())
}

function sharedWords(units: readonly string[], wording: string): string[] {
  const words = wording.split(' ')
  const total = units.reduce((sum, unit) => sum + Math.max(1, unit.length), 0)
  let [from, before] = [0, 0]
  return units.map((unit, at) => {
    before += Math.max(1, unit.length)
    const left = units.length - 1 - at
    const until = left === 0 ? words.length : Math.round((words.length * before) / total)
    const end = Math.max(Math.min(from + 1, words.length), Math.min(until, words.length - left))
    const own = words.slice(from, end).join(' ')
    from = Math.max(from, end)
    return own
  })
}
