import type { Point } from '#domain/canvas/card'
import type { Subject } from '#domain/commands/command'
import type { ViewContext } from '#domain/commands/context'
import { contextMenu } from './actions/context-menu'
import { contextOf } from './actions/handler'
import type { MenuSection } from './menu'
import type { Pointed } from './view/pointed'
import type { Workspace } from './workspace.svelte'

/** Whether an event comes from the menu key, at whose place there may be something else. */
export const isByKey = ({ button, ctrlKey }: MouseEvent): boolean => button !== 2 && !ctrlKey

/** Whether an event is in a text field, which has the menu of the browser. */
export const isInField = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

/**
 * Opens the context menu of what an event points at, in place of the browser's own. The caller has selected it. Does
 * nothing if no action applies.
 * @param place where it opens, in window pixels; at the event if absent
 */
export function openMenu(workspace: Workspace, event: MouseEvent, pointed: Pointed, place?: Point): void {
  openOwnMenu(workspace, event, pointed, { place })
}

interface OwnMenu {
  readonly place?: Point | undefined
  /** What the menu is about, for its label, where it is not what `pointed` says. */
  readonly name?: string | undefined
  /** The sections to show, from those of the registries. */
  readonly sections?: (ofRegistries: readonly MenuSection[]) => readonly MenuSection[]
}

/** Does the same with sections that a pane adds or leaves out. */
export function openOwnMenu(workspace: Workspace, event: MouseEvent, pointed: Pointed, own: OwnMenu): void {
  const { view } = workspace
  view.pointed = pointed
  const ofRegistries = contextMenu(workspace, pointed.on)
  const sections = own.sections?.(ofRegistries) ?? ofRegistries
  const context = contextOf(workspace)
  if (sections.length === 0 || !context) {
    view.pointed = undefined
    return
  }
  event.preventDefault()
  event.stopPropagation()
  const { x, y } = own.place ?? { x: event.clientX, y: event.clientY }
  const { target } = event
  const host = (target instanceof Element && target.closest('dialog, main')) || document.body
  const label = `Actions for ${own.name ?? nameOf(pointed.on, context)}`
  workspace.menu = { label, sections, x, y, host, before: document.activeElement }
}

/** What the menu is about, for its label. */
function nameOf(on: Subject, { project, claims, sources, map, tag }: ViewContext): string {
  switch (on) {
    case 'card':
    case 'claim':
      return claims.length === 1 ? `“${project.claims.get(claims[0]!)!.text}”` : `${claims.length} claims`
    case 'article':
      return sources.length === 1
        ? `“${project.sources.get(sources[0]!)!.title}”`
        : `${sources.length} articles`
    case 'map':
      return `the map “${project.maps.get(map ?? '')?.name}”`
    case 'tag':
      return `the tag “${tag}”`
    case 'words':
      return 'the selected words'
    case 'passage':
    case 'relation':
    case 'group':
      return `the ${on}`
  }
}
