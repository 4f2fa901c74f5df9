import { diffArrays } from 'diff'
import { foldSigns } from '../text/clean/search-fold'
import { tokensOf, type Token } from './tokens'

/** The tokens that an old and a new text have in common. */
export interface Alignment {
  readonly old: readonly Token[]
  readonly now: readonly Token[]
  /** For each token of the old text, the index of the same token in the new text, or -1. */
  readonly toNew: Int32Array
  /** For each token of the new text, the index of the same token in the old text, or -1. */
  readonly toOld: Int32Array
}

/** Differing sentences. With more, the texts are not compared sentence by sentence. */
const SENTENCES_LIMIT = 3000
/** Differing words in a hunk. With more, the hunk counts as replaced. */
const WORDS_LIMIT = 1500

/**
 * Two texts aligned in order by a shortest edit script (Myers 1986, as jsdiff has it): first by whole sentences, then
 * by words within the stretches whose sentences differ, so that a long article takes time by what changed in it. White
 * space, capitals and the form of quotation marks, apostrophes and dashes do not count: a text that was only broken into
 * other lines, or typeset, is aligned whole.
 */
export function align(oldText: string, newText: string): Alignment {
  const old = tokensOf(oldText)
  const now = tokensOf(newText)
  const toNew = new Int32Array(old.length).fill(-1)
  const toOld = new Int32Array(now.length).fill(-1)
  const pair = (from: number, to: number, count: number): void => {
    for (let at = 0; at < count; at++) {
      toNew[from + at] = to + at
      toOld[to + at] = from + at
    }
  }
  for (const hunk of hunks(sentencesOf(old), sentencesOf(now), SENTENCES_LIMIT)) {
    const { from, to, removed, added } = hunk
    if (hunk.same) {
      pair(from, to, hunk.same)
      continue
    }
    const words = (tokens: readonly Token[], start: number, count: number): Unit[] =>
      tokens.slice(start, start + count).map(({ text }) => ({ text: compared(text), size: 1 }))
    for (const inner of hunks(words(old, from, removed), words(now, to, added), WORDS_LIMIT)) {
      if (inner.same) pair(from + inner.from, to + inner.to, inner.same)
    }
  }
  return { old, now, toNew, toOld }
}

const compared = (text: string): string => foldSigns(text.toLowerCase())

interface Unit {
  readonly text: string
  /** The number of tokens. */
  readonly size: number
}

/** A run of tokens that both texts have, or one that was replaced by another. */
interface Hunk {
  from: number
  to: number
  same: number
  removed: number
  added: number
}

function hunks(old: readonly Unit[], now: readonly Unit[], limit: number): Hunk[] {
  const texts = (units: readonly Unit[]): string[] => units.map(({ text }) => text)
  const changes = diffArrays(texts(old), texts(now), { maxEditLength: limit }) ?? [
    { count: old.length, removed: true, added: false },
    { count: now.length, removed: false, added: true },
  ]
  const found: Hunk[] = []
  let [atOld, atNew, from, to] = [0, 0, 0, 0]
  for (const { count, added, removed } of changes) {
    const hunk: Hunk = { from, to, same: 0, removed: 0, added: 0 }
    for (let each = 0; each < count; each++) {
      if (removed) hunk.removed += old[atOld++]!.size
      else if (added) hunk.added += now[atNew++]!.size
      else {
        hunk.same += old[atOld++]!.size
        atNew++
      }
    }
    from += hunk.same + hunk.removed
    to += hunk.same + hunk.added
    const last = found.at(-1)
    if (last && !last.same && !hunk.same) {
      last.removed += hunk.removed
      last.added += hunk.added
    } else found.push(hunk)
  }
  return found
}

function sentencesOf(tokens: readonly Token[]): Unit[] {
  const sentences: Unit[] = []
  let from = 0
  tokens.forEach((token, at) => {
    if (!token.ends && at < tokens.length - 1) return
    const words = tokens.slice(from, at + 1)
    sentences.push({ text: words.map(({ text }) => compared(text)).join(' '), size: words.length })
    from = at + 1
  })
  return sentences
}
