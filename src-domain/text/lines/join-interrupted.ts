import {
  endsCut,
  endsDangling,
  endsInAbbreviation,
  endsSentence,
  startsLower,
  startsWithWord,
} from '../sentences/sentences'
import { captionOf } from '../structure/captions'
import { isTitled } from '../structure/headings'
import { listMarker } from '../structure/lists'
import { firstLine, lastLine, textOf, type Passage } from '../structure/passages'
import { isFootnote, startsWithAuthor } from '../structure/references'
import type { Layout } from './line-metrics'
import { INTERRUPTIONS } from './thresholds'

/**
 * Joins each passage that breaks off in the middle of a sentence with the passage in which the sentence continues. The
 * passages between them (a pull quote, a caption, a page number, a note) come after. Returns how many were joined.
 */
export function joinInterrupted(
  passages: readonly Passage[],
  layout: Layout,
): { passages: Passage[]; joined: number } {
  const result: Passage[] = []
  const pending = [...passages].reverse()
  let joined = 0
  for (let passage = pending.pop(); passage; passage = pending.pop()) {
    const distance = distanceToRest(passage, pending, layout)
    if (distance === 0) {
      result.push(passage)
      continue
    }
    const between = pending.splice(-distance)
    const rest = between.shift() as Passage
    joined += 1
    // Lines are added in place: copying them at each join takes quadratic time in a text of fragments.
    for (const line of rest.lines) passage.lines.push(line)
    // The joined passage may still be unfinished, so it is looked at again, before what interrupted it.
    pending.push(...between, passage)
  }
  return { passages: result, joined }
}

/** How far from the top of the stack of pending passages the rest of this one is; 0 when the passage is complete. */
function distanceToRest(passage: Passage, pending: readonly Passage[], layout: Layout): number {
  if (passage.keepsLines || !canRunOn(passage)) return 0
  let ofBody = 0
  for (let distance = 1; distance <= INTERRUPTIONS.most; distance += 1) {
    const next = pending.at(-distance)
    if (!next || (isNoteByTypeface(passage) && !isNoteByTypeface(next))) return 0
    if (isInterruption(next)) continue
    if (ofBody === 0 && next.lines[0]?.continues && next.role === passage.role) return distance
    if (!isUnfinished(passage) || !canHoldRest(passage, next)) return 0
    if (runsOnIn(passage, next, layout) && (ofBody === 0 || isSurelyRest(passage, next))) return distance
    // In wrapped text a box of finished sentences may interrupt a passage too.
    ofBody += 1
    if (ofBody > INTERRUPTIONS.mostOfBody || !endsSentence(lastLine(next)) || !layout.wrapped) return 0
  }
  return 0
}

/** A note by its size alone. Lines of another size do not continue it. */
const isNoteByTypeface = (passage: Passage): boolean => passage.lines[0]?.hint?.role === 'note'

const canRunOn = ({ role }: Passage): boolean => ['paragraph', 'list-item', 'note', 'quote'].includes(role)

const canHoldRest = (passage: Passage, { role, keepsLines }: Passage): boolean =>
  !keepsLines && role !== 'list-item' && (role === 'paragraph' || role === passage.role)

function isInterruption(passage: Passage): boolean {
  if (passage.aside !== undefined || passage.role === 'note') return true
  if (startsLower(firstLine(passage))) return false
  const text = textOf(passage, 1000)
  return captionOf(text) !== undefined || isFootnote(text)
}

function isUnfinished(passage: Passage): boolean {
  const end = lastLine(passage)
  return (!endsSentence(end) || endsInAbbreviation(end)) && !end.endsWith(':')
}

/** Only the rest of the passage can begin like this, even after a box of body text. */
function isSurelyRest(passage: Passage, next: Passage): boolean {
  const end = lastLine(passage)
  return startsLower(firstLine(next)) && (endsCut(end) || endsDangling(end) || next.lines.length > 1)
}

/** The unfinished sentence of `passage` continues at the beginning of `next`. */
function runsOnIn(passage: Passage, next: Passage, layout: Layout): boolean {
  const start = firstLine(next)
  if (listMarker(start) || !startsWithWord(start)) return false
  return startsLower(start)
    ? runsOnInSmallLetters(passage, layout)
    : layout.wrapped && canRunOnInCapital(passage, next) && runsOnInCapital(passage, next, layout)
}

function runsOnInSmallLetters(passage: Passage, { wrapped }: Layout): boolean {
  const end = lastLine(passage)
  if (endsCut(end)) return true
  if (passage.role === 'list-item') return endsDangling(end)
  const shortest = wrapped ? INTERRUPTIONS.shortestWrapped : INTERRUPTIONS.shortestUnwrapped
  return lengthOf(passage) >= shortest
}

/** Neither passage is complete in itself, like a title, a caption or an entry of a list of references. */
function canRunOnInCapital(passage: Passage, next: Passage): boolean {
  if (endsInAbbreviation(lastLine(passage)) || isLoneTitle(next)) return false
  if (captionOf(textOf(passage, 1000))) return false
  return !(startsWithAuthor(firstLine(next)) && startsWithAuthor(firstLine(passage)))
}

/** The sentence continues with a name: its last word is cut or cannot end it, or its last line is full. */
function runsOnInCapital(passage: Passage, next: Passage, layout: Layout): boolean {
  const end = lastLine(passage)
  if (endsCut(end) || endsDangling(end)) return lengthOf(passage) >= INTERRUPTIONS.shortestCut
  const isLongEnough = passage.role === 'paragraph' && passage.lines.length > 1
  const isText = next.lines.length > 1 || endsSentence(firstLine(next))
  return isLongEnough && isText && endsInFullLine(passage, layout)
}

function endsInFullLine(passage: Passage, layout: Layout): boolean {
  // Two lines do not show how wide the passage is set.
  const measure = passage.lines.length > 2 ? 0 : layout.measure
  const width = Math.max(widthBeforeEnd(passage), measure)
  return lastLine(passage).length >= width * INTERRUPTIONS.fullShare
}

/** Up to some 200 units, which is longer than any threshold. */
const lengthOf = (passage: Passage): number => textOf(passage, 200).length

const isLoneTitle = (passage: Passage): boolean => passage.lines.length === 1 && isTitled(firstLine(passage))

/** Width of the last three lines before the last one. */
const widthBeforeEnd = (passage: Passage): number =>
  Math.max(0, ...passage.lines.slice(-4, -1).map((line) => line.text.length))
