import type { Excerpt } from '#domain/records/excerpt'
import type { TextSpan } from '#domain/text/text-span'
import { isByKey, openMenu } from '../../state/open-menu'
import type { Workspace } from '../../state/workspace.svelte'
import { blockIndex } from './blocks'
import { boxOf, offsetUnder } from './offsets'
import type { Painted } from './highlight-lanes'
import { under } from './passages'

interface ShownArticle {
  readonly source: string
  readonly article: HTMLElement
  readonly scroller: HTMLElement
  readonly painted: readonly Painted[]
  /** The passages of the selected claims. */
  readonly selected: readonly Excerpt[]
}

/** Opens the menu of the selected words, of the passage at the pointer or that is selected, or of the article. */
export function openArticleMenu(workspace: Workspace, event: MouseEvent, shown: ShownArticle): void {
  const { view } = workspace
  const { passage } = view
  const byKey = isByKey(event)
  const offset = byKey ? undefined : offsetUnder(event.clientX, event.clientY)
  if (passage?.source === shown.source && (byKey || isIn(passage, offset)))
    return openMenu(workspace, event, { on: 'words' }, byKey ? placeOf(passage, shown) : undefined)
  const there = offset === undefined ? (byKey ? shown.selected : []) : under(shown.painted, offset)
  const isVisited = ({ start }: Excerpt) => start === view.visited?.start
  const found = there.find(byKey ? isVisited : ({ claim }) => view.claims.includes(claim)) ?? there[0]
  if (!found) return openMenu(workspace, event, { on: 'article' })
  view.deselect()
  view.select({ type: 'claims', ids: [found.claim] })
  view.visited = found
  openMenu(workspace, event, { on: 'passage', id: found.id }, byKey ? placeOf(found, shown) : undefined)
}

const isIn = ({ start, end }: TextSpan, offset = -1) => start <= offset && offset <= end

/** Below a span, if it is in sight. Window pixels. */
function placeOf(span: TextSpan, { article, scroller }: ShownArticle) {
  const box = boxOf(blockIndex(article), span)
  const pane = scroller.getBoundingClientRect()
  return box && box.bottom > pane.top && box.bottom < pane.bottom ? { x: box.left, y: box.bottom } : undefined
}
