import { quotation } from '#domain/queries/citation'
import type { Source } from '#domain/records/source'
import type { ViewCommandName } from '#api/view-commands'
import { copyText } from '../clipboard'
import type { Workspace } from '../workspace.svelte'
import { contextOf, type Handler } from './handler'

/**
 * Opens the context menu of the element that has the keyboard, at its middle. Browsers do the same only on some
 * systems, and send the event to the element that is drawn there.
 */
function openMenuAtFocus(): void {
  const target = document.activeElement ?? document.body
  const { x, y, width, height } = target.getBoundingClientRect()
  const at = { clientX: x + width / 2, clientY: y + height / 2 }
  target.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...at }))
}

/** Copies the words that are selected, or those of the passage whose context menu is open. */
function copies(wordsOf: (source: Source, words: string, start: number) => string): Handler {
  const found = (workspace: Workspace) => {
    const context = contextOf(workspace)
    const span = context?.project.excerpts.get(context.excerpt ?? '') ?? context?.passage
    const source = context?.project.sources.get(span?.source ?? '')
    return source && span && { source, words: source.text.slice(span.start, span.end), start: span.start }
  }
  return {
    applies: (workspace) => found(workspace) !== undefined,
    run(workspace) {
      const { source, words, start } = found(workspace)!
      if (copyText(wordsOf(source, words, start))) workspace.notices.done('The words were copied.')
    },
  }
}

function selectTagged(workspace: Workspace): void {
  const { project, tag = '' } = contextOf(workspace)!
  const ids = [...project.claims.values()].filter(({ tags }) => tags.includes(tag)).map(({ id }) => id)
  workspace.dialog = undefined
  workspace.view.select({ type: 'claims', ids })
}

/** The handlers of the menu key, and of commands that are only in context menus. */
export const IN_MENUS = {
  'menu.open': {
    run: openMenuAtFocus,
    applies: ({ session }) => session !== undefined,
  },
  'words.copy': copies((_, words) => words),
  'words.quote': copies((source, words, start) => quotation(source, words, start)),
  'tag.claims': {
    run: selectTagged,
    applies: (workspace) => contextOf(workspace)?.tag !== undefined,
  },
} satisfies Partial<Record<ViewCommandName, Handler>>
