import type { Panes } from '../panes'
import type { View } from './view.svelte'

/** No words are selected any more, on the page or by the sentence cursor. */
export function deselectWords({ panes, view }: { readonly panes: Panes; readonly view: View }): void {
  panes.get('article')?.clearSelection()
  view.deselect()
}
