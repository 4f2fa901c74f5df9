import { excerptsByClaim, excerptsBySource } from '#domain/queries/excerpt-index'
import type { Excerpt } from '#domain/records/excerpt'
import type { Source } from '#domain/records/source'
import type { ViewCommandName } from '#api/view-commands'
import { navigate, passageTarget } from '../navigate'
import type { Handler } from './handler'
import type { Workspace } from '../workspace.svelte'
import { markFrom } from '../view/marks'
import {
  extend,
  moveEdge,
  sentenceAt,
  moveCursor,
  type Cursor,
  type Direction,
} from '../view/sentence-cursor'

const openSource = (workspace: Workspace): Source | undefined =>
  workspace.session?.project.sources.get(workspace.view.source ?? '')

const whenReading = (workspace: Workspace) =>
  workspace.panes.get('article') !== undefined && openSource(workspace) !== undefined

/**
 * The sentence cursor's position: its last one, or the first visible text if it has not been in this article or was
 * released and scrolled away.
 */
function cursorOf({ panes, view }: Workspace, source: Source): Cursor {
  const { cursor } = view
  const page = panes.get('article')
  const here = cursor?.source === source.id && (view.passage || page?.sees(cursor.span)) ? cursor : undefined
  const start = page?.firstInSight() ?? 0
  const nowhere = { start, end: start }
  return here ?? { source: source.id, span: nowhere, anchor: nowhere }
}

/** Moves the cursor. A cursor without text takes the sentence at its position. */
const moves = (move: (source: Source, cursor: Cursor) => Cursor | undefined): Handler => ({
  applies: whenReading,
  run(workspace) {
    const source = openSource(workspace)!
    const cursor = cursorOf(workspace, source)
    const { start, end } = cursor.span
    const moved = start === end ? sentenceAt(source, start) : move(source, cursor)
    if (!moved) return
    workspace.panes.get('article')?.clearSelection()
    workspace.view.take(moved)
  },
})

const steps = (direction: Direction) => moves((source, cursor) => moveCursor(source, cursor, direction))
const extendsIt = (direction: Direction) => moves((source, cursor) => extend(source, cursor, direction))
const movesEdge = (edge: 'start' | 'end', direction: Direction) =>
  moves((source, cursor) => moveEdge(source, cursor, edge, direction))

/** The selected claim's passage in the open article; of several, the one visited last. */
function passageOf(workspace: Workspace): Excerpt | undefined {
  const [claim, another] = workspace.view.claims
  const source = openSource(workspace)
  if (!claim || another || !source || !workspace.session) return undefined
  const all = excerptsByClaim(workspace.session.project).get(claim) ?? []
  const here = all.filter(
    (each) => each.source === source.id && each.anchor !== 'lost' && each.anchor !== 'ambiguous',
  )
  return here.find(({ start }) => start === workspace.view.visited?.start) ?? here[0]
}

/** Moves one end of a marked passage by a word. */
const movesPassage = (edge: 'start' | 'end', direction: Direction): Handler => ({
  applies: (workspace) => passageOf(workspace) !== undefined,
  run(workspace) {
    const excerpt = passageOf(workspace)!
    const cursor = { source: excerpt.source, span: excerpt, anchor: excerpt }
    const moved = moveEdge(openSource(workspace)!, cursor, edge, direction)
    if (moved)
      workspace.run('excerpt.place', { excerpt: excerpt.id, start: moved.span.start, end: moved.span.end })
  },
})

/** Goes to a mark and selects its claim. */
const goesToMark = (direction: Direction): Handler => ({
  applies: (workspace) =>
    whenReading(workspace) && excerptsBySource(workspace.session!.project).has(openSource(workspace)!.id),
  run(workspace) {
    const source = openSource(workspace)!
    const excerpts = excerptsBySource(workspace.session!.project).get(source.id) ?? []
    const mark = markFrom(excerpts, cursorOf(workspace, source).span, workspace.view.claims, direction)
    if (mark) navigate(workspace, passageTarget(mark))
  },
})

/** The handlers of the keys for reading. */
export const READING = {
  'reading.next': steps('next'),
  'reading.previous': steps('previous'),
  'reading.extend': extendsIt('next'),
  'reading.extendBack': extendsIt('previous'),
  'reading.endLater': movesEdge('end', 'next'),
  'reading.endEarlier': movesEdge('end', 'previous'),
  'reading.startLater': movesEdge('start', 'next'),
  'reading.startEarlier': movesEdge('start', 'previous'),
  'passage.endLater': movesPassage('end', 'next'),
  'passage.endEarlier': movesPassage('end', 'previous'),
  'passage.startLater': movesPassage('start', 'next'),
  'passage.startEarlier': movesPassage('start', 'previous'),
  'reading.nextMark': goesToMark('next'),
  'reading.previousMark': goesToMark('previous'),
} satisfies Partial<Record<ViewCommandName, Handler>>
