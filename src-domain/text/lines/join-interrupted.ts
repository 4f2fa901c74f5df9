import { captionOf } from '../structure/captions'
import { isTitled } from '../structure/headings'
import type { Layout } from './line-metrics'
import { listMarker } from '../structure/lists'
import { firstLine, lastLine, wordsOf, type Passage } from '../structure/passages'
import { isFootnote, startsWithAuthor } from '../structure/references'
import {
  endsCut,
  endsDangling,
  endsInAbbreviation,
  endsSentence,
  startsLower,
  startsWithWord,
} from '../sentences/sentences'

const MOST_INTERRUPTIONS = 12

/**
 * Joins each passage that stops in the middle of a sentence with the one where the sentence goes on. What stood
 * between them (a pull quote, a caption, a page number, a note) follows after. Answers how many were joined.
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
    // The joined passage may be unfinished still, so it goes back to be looked at again, before what interrupted it.
    // Its lines grow in place: copied at each join, a text of nothing but fragments would take for ever.
    for (const line of rest.lines) passage.lines.push(line)
    pending.push(...between, passage)
  }
  return { passages: result, joined }
}

/** How far down the stack of passages to come the rest of this passage stands; 0 when it is complete. */
function distanceToRest(passage: Passage, pending: readonly Passage[], layout: Layout): number {
  if (passage.keepsLines || !canRunOn(passage)) return 0
  const unfinished = isUnfinished(passage)
  let strangers = 0
  for (let distance = 1; distance <= MOST_INTERRUPTIONS; distance += 1) {
    const next = pending.at(-distance)
    if (!next) return 0
    if (isToldNote(passage) && !isToldNote(next)) return 0
    if (isInterruption(next)) continue
    if (next.lines[0]?.goesOn && next.role === passage.role && strangers === 0) return distance
    if (!unfinished) return 0
    if (
      (next.role !== 'paragraph' && next.role !== passage.role) ||
      next.keepsLines ||
      next.role === 'list-item'
    )
      return 0
    if (runsOnIn(passage, next, layout) && (strangers === 0 || isRestForSure(passage, next))) return distance
    // A box of finished sentences may stand in the way too, when what follows it plainly is no beginning.
    strangers += 1
    if (strangers > 2 || !endsSentence(lastLine(next)) || !layout.wrapped) return 0
  }
  return 0
}

/** It is a note by how it is set, and nothing that is set otherwise is the rest of it. */
const isToldNote = (passage: Passage): boolean => passage.lines[0]?.told?.role === 'note'

const canRunOn = (passage: Passage): boolean =>
  ['paragraph', 'list-item', 'note', 'quote'].includes(passage.role)

function isInterruption(passage: Passage): boolean {
  if (passage.aside !== undefined || passage.role === 'note') return true
  if (startsLower(firstLine(passage))) return false
  const words = wordsOf(passage, 1000)
  return captionOf(words) !== undefined || isFootnote(words)
}

function isUnfinished(passage: Passage): boolean {
  const end = lastLine(passage)
  return (!endsSentence(end) || endsInAbbreviation(end)) && !end.endsWith(':')
}

function isRestForSure(passage: Passage, next: Passage): boolean {
  return (
    startsLower(firstLine(next)) &&
    (endsCut(lastLine(passage)) || endsDangling(lastLine(passage)) || next.lines.length > 1)
  )
}

function runsOnIn(passage: Passage, next: Passage, layout: Layout): boolean {
  const end = lastLine(passage)
  const start = firstLine(next)
  if (listMarker(start) || !startsWithWord(start)) return false
  const long = wordsOf(passage, 200).length
  if (startsLower(start))
    return (
      endsCut(end) || (passage.role === 'list-item' ? endsDangling(end) : long >= (layout.wrapped ? 40 : 100))
    )
  if (!layout.wrapped || endsInAbbreviation(end) || isLoneTitle(next)) return false
  if (captionOf(wordsOf(passage, 1000))) return false
  if (startsWithAuthor(start) && startsWithAuthor(firstLine(passage))) return false
  if (endsCut(end) || endsDangling(end)) return long >= 30
  const full =
    end.length >= Math.max(widthBefore(passage), passage.lines.length > 2 ? 0 : layout.measure) * 0.75
  return (
    full &&
    passage.role === 'paragraph' &&
    passage.lines.length > 1 &&
    (next.lines.length > 1 || endsSentence(start))
  )
}

const isLoneTitle = (passage: Passage): boolean => passage.lines.length === 1 && isTitled(firstLine(passage))

function widthBefore(passage: Passage): number {
  return Math.max(0, ...passage.lines.slice(-4, -1).map((line) => line.text.length))
}
