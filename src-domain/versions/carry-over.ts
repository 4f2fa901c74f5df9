import { describe, type Description } from '../anchoring/describe'
import { findElsewhere, placesOf, UNMISTAKABLE, type Found } from '../anchoring/find'
import type { AnchorState, Excerpt } from '../records/excerpt'
import { align, type Alignment } from './alignment'
import type { ChangeFlag } from './change-flags'
import { editedSpan, keepsNeighbours, keptSpan, type Span } from './find-in-place'
import { sentenceChange, turnsSentence } from './sentence-change'
import { tokenAt } from './tokens'
import { wordEdits, type WordEdit } from './word-edits'

/** What became of an excerpt in a new version of its text. */
export interface Carried {
  readonly excerpt: string
  readonly state: AnchorState
  /** In the new text; of a lost or ambiguous one, where it stood in the old text. */
  readonly start: number
  readonly end: number
  /** Where its words stand, for an ambiguous one, the best first. */
  readonly candidates: readonly number[]
  /** From the words that were marked to those that stand there now; for an edited one. */
  readonly edits: readonly WordEdit[]
  /** What in them, or around them in their sentence, may turn what they say; for an edited one. */
  readonly flags: readonly ChangeFlag[]
}

type Marked = Pick<Excerpt, 'id' | 'start' | 'end' | 'exact' | 'prefix' | 'suffix' | 'anchor'>

/** Units of context that must have gone along with a short quote: a few words beside it are any sentence's. */
const SAME_CONTEXT = 32
/** A quote of this many units that stands once in both texts, in the same order among the rest, is the same one. */
const TELLING = 20

/**
 * Carries excerpts from an old version of a text to a new one. Both are aligned by their words; what the alignment keeps
 * whole among its neighbours is exact. Words that went from their place are looked for elsewhere as in `find`, but for
 * places that the alignment knows as another passage; words that changed are looked for between the neighbours that
 * stayed. What is neither is lost, however much another sentence looks like it (P7).
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

function carried(texts: Texts, excerpt: Marked): Found {
  const { anchor } = excerpt
  const passage = describe(texts.oldText, excerpt.start, excerpt.end)
  if (anchor === 'lost' || anchor === 'ambiguous' || !passage) return foundAgain(texts.newText, excerpt)
  const found = follow(texts, passage)
  // Where the words were not all found last time, or not where they stood, nobody has looked since.
  if (anchor === 'exact') return found
  if (anchor === 'moved') return found.state === 'exact' ? { ...found, state: 'moved' } : found
  return stillEdited(texts, excerpt, found)
}

/** One that had no place in the old text: its words may have come back. */
function foundAgain(text: string, excerpt: Marked): Found {
  const found = findElsewhere(text, excerpt)
  return found.state === 'moved' && found.start === excerpt.start ? { ...found, state: 'exact' } : found
}

/** One that was edited before: edited as long as it has a place, exact again when its first words are back there. */
function stillEdited(texts: Texts, excerpt: Marked, found: Found): Found {
  const { start, end, exact } = excerpt
  if (found.state === 'lost' || found.state === 'ambiguous') return foundAgain(texts.newText, excerpt)
  const [was, is] = [texts.oldText.slice(start, end), texts.newText.slice(found.start, found.end)]
  if (is === exact && was !== exact) return found.state === 'moved' ? found : { ...found, state: 'exact' }
  const same = wordEdits(exact, is).filter(({ kind }) => kind === 'same')
  if (same.reduce((sum, { text }) => sum + text.length, 0) < exact.length / 2) {
    return { state: 'lost', start, end, candidates: [] }
  }
  return { ...found, state: 'edited' }
}

/** Follows a passage that stands in the old text. */
function follow(texts: Texts, passage: Description): Found {
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
  if (moved && (exact.length >= UNMISTAKABLE || agreement(newText, passage, elsewhere) >= SAME_CONTEXT)) {
    return elsewhere
  }
  if (inPlace) return { state: 'edited', ...inPlace, candidates: [] }
  if (!moved) return elsewhere
  const { start, end } = passage
  return { state: 'ambiguous', start, end, candidates: [elsewhere.start] }
}

/** Whether words that the alignment keeps are the same passage though most of what stood around them has changed. */
function isTheOnlyOne({ oldText, newText, alignment }: Texts, passage: Description): boolean {
  const { exact } = passage
  if (exact.length < TELLING) return false
  if ([oldText, newText].some((text) => text.indexOf(exact) !== text.lastIndexOf(exact))) return false
  return exact.length >= UNMISTAKABLE || keepsNeighbours(alignment, passage, 0.2)
}

const agreement = (text: string, passage: Description, { start }: Span): number =>
  placesOf(text, passage).find((place) => place.start === start)?.score ?? 0

/** Whether a place of the new text holds the same words that stood at another place of the old text already. */
function isAnother({ old, now, toOld }: Alignment, oldText: string, { exact, start }: Description) {
  return (place: number): boolean => {
    const [first, last] = [tokenAt(now, place), tokenAt(now, place + exact.length - 1)]
    const from = toOld[first] ?? -1
    if (from < 0 || toOld[last] !== from + last - first) return false
    const stood = old[from]!.start + (place - now[first]!.start)
    return stood !== start && oldText.startsWith(exact, stood)
  }
}

function changeOf(excerpt: Marked, newText: string, { start, end }: Span) {
  return {
    edits: wordEdits(excerpt.exact, newText.slice(start, end)),
    flags: sentenceChange(excerpt, newText, { start, end }).flags,
  }
}
