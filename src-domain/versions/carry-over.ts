import { describe, type Description } from '../anchoring/describe'
import { ANCHORING } from '../anchoring/thresholds'
import { findElsewhere, placesOf, type Match } from '../anchoring/find'
import type { AnchorState, Excerpt } from '../records/excerpt'
import type { TextSpan } from '../text/text-span'
import { align, type Alignment } from './alignment'
import type { ChangeFlag } from './change-flags'
import { editedSpan, keepsNeighbours, keptSpan } from './find-in-place'
import { sentenceChange, turnsSentence } from './sentence-change'
import { CARRY_OVER } from './thresholds'
import { tokenAt } from './tokens'
import { wordEdits, type WordEdit } from './word-edits'

/** The state and place of an excerpt in a new version of its text. */
export interface Carried {
  readonly excerpt: string
  readonly state: AnchorState
  /** UTF-16 offsets into the new text; for a lost or ambiguous excerpt, into the old text. */
  readonly start: number
  readonly end: number
  /** The starts of the places of an ambiguous excerpt's words, the best first. */
  readonly candidates: readonly number[]
  /** From the marked words to the words there now; only for an edited excerpt. */
  readonly edits: readonly WordEdit[]
  /** Changes in the sentence that may change its meaning; only for an edited excerpt. */
  readonly flags: readonly ChangeFlag[]
}

type Marked = Pick<Excerpt, 'id' | 'start' | 'end' | 'exact' | 'prefix' | 'suffix' | 'anchor'>

/**
 * Carries excerpts from an old version of a text to a new one. The texts are aligned by words. A passage whose words
 * and neighbours the alignment keeps is exact. Words that left their place are looked for elsewhere as in `find`, but
 * not where the alignment knows another passage. Changed words are looked for between the neighbours that stayed. All
 * else is lost, even when another sentence looks like it (P7).
 */
export function carryOver(oldText: string, newText: string, excerpts: Iterable<Marked>): Carried[] {
  const alignment = align(oldText, newText)
  const texts = { oldText, newText, alignment }
  return [...excerpts].map((excerpt) => {
    const found = carried(texts, excerpt)
    const change = found.state === 'edited' ? changeOf(excerpt, newText, found) : { edits: [], flags: [] }
    return { excerpt: excerpt.id, ...found, ...change }
  })
}

interface Texts {
  readonly oldText: string
  readonly newText: string
  readonly alignment: Alignment
}

/** The place of an excerpt in the new text, given its state in the old text. */
function carried(texts: Texts, excerpt: Marked): Match {
  const { anchor } = excerpt
  const passage = describe(texts.oldText, excerpt.start, excerpt.end)
  if (anchor === 'lost' || anchor === 'ambiguous' || !passage) return foundAgain(texts.newText, excerpt)
  const found = follow(texts, passage)
  // A moved or edited excerpt keeps its state until the user has looked at it.
  if (anchor === 'exact') return found
  if (anchor === 'moved') return found.state === 'exact' ? { ...found, state: 'moved' } : found
  return stillEdited(texts, excerpt, found)
}

/** Looks for an excerpt that had no place in the old text: its words may have come back. */
function foundAgain(text: string, excerpt: Marked): Match {
  const found = findElsewhere(text, excerpt)
  return found.state === 'moved' && found.start === excerpt.start ? { ...found, state: 'exact' } : found
}

/** An edited excerpt stays edited while it has a place, and is exact again when its original words are back there. */
function stillEdited(texts: Texts, excerpt: Marked, found: Match): Match {
  const { start, end, exact } = excerpt
  if (found.state === 'lost' || found.state === 'ambiguous') return foundAgain(texts.newText, excerpt)
  const [was, is] = [texts.oldText.slice(start, end), texts.newText.slice(found.start, found.end)]
  if (is === exact && was !== exact) return found.state === 'moved' ? found : { ...found, state: 'exact' }
  const same = wordEdits(exact, is).filter(({ kind }) => kind === 'same')
  if (same.reduce((sum, { text }) => sum + text.length, 0) < exact.length * CARRY_OVER.editedShare) {
    return { state: 'lost', start, end, candidates: [] }
  }
  return { ...found, state: 'edited' }
}

/** Follows a passage that has a place in the old text. */
function follow(texts: Texts, passage: Description): Match {
  const { oldText, newText, alignment } = texts
  const { exact } = passage
  const kept = keptSpan(alignment, passage)
  if (kept && newText.slice(kept.start, kept.end) === exact) {
    if (keepsNeighbours(alignment, passage) || isTheOnlyOne(texts, passage)) {
      const state = turnsSentence(passage, newText, kept) ? 'edited' : 'exact'
      return { state, ...kept, candidates: [] }
    }
  }
  const inPlace = editedSpan(alignment, passage)
  const elsewhere = findElsewhere(newText, passage, isAnother(alignment, oldText, passage))
  const moved = elsewhere.state === 'moved'
  if (moved && (isUnmistakable(exact) || agreement(newText, passage, elsewhere) >= CARRY_OVER.sameContext)) {
    return elsewhere
  }
  if (inPlace) return { state: 'edited', ...inPlace, candidates: [] }
  if (!moved) return elsewhere
  const { start, end } = passage
  return { state: 'ambiguous', start, end, candidates: [elsewhere.start] }
}

/** Whether kept words are the same passage although most of their neighbours have changed. */
function isTheOnlyOne({ oldText, newText, alignment }: Texts, passage: Description): boolean {
  const { exact } = passage
  if (exact.length < CARRY_OVER.telling) return false
  if ([oldText, newText].some((text) => text.indexOf(exact) !== text.lastIndexOf(exact))) return false
  return isUnmistakable(exact) || keepsNeighbours(alignment, passage, CARRY_OVER.tellingNeighbourShare)
}

const isUnmistakable = (exact: string): boolean => exact.length >= ANCHORING.unmistakable

/** How many UTF-16 units of context agree at a place. */
const agreement = (text: string, passage: Description, { start }: TextSpan): number =>
  placesOf(text, passage).find((place) => place.start === start)?.score ?? 0

/** Whether the words at a place of the new text were elsewhere in the old text already. */
function isAnother({ old, now, toOld }: Alignment, oldText: string, { exact, start }: Description) {
  return (place: number): boolean => {
    const [first, last] = [tokenAt(now, place), tokenAt(now, place + exact.length - 1)]
    const from = toOld[first] ?? -1
    if (from < 0 || toOld[last] !== from + last - first) return false
    const stood = old[from]!.start + (place - now[first]!.start)
    return stood !== start && oldText.startsWith(exact, stood)
  }
}

function changeOf(excerpt: Marked, newText: string, { start, end }: TextSpan) {
  return {
    edits: wordEdits(excerpt.exact, newText.slice(start, end)),
    flags: sentenceChange(excerpt, newText, { start, end }).flags,
  }
}
