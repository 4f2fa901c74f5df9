import { mount } from 'svelte'
import { SvelteFlow, type Edge, type Node } from '@xyflow/svelte'

/** Svelte Flow as it comes: its own nodes with a label, its own edges, drawn where they can be seen. */
export function showFlow(target: HTMLElement, nodes: Node[], edges: Edge[]): void {
  const initialViewport = { x: 20, y: 20, zoom: 0.5 }
  const settings = {
    initialViewport,
    minZoom: 0.08,
    onlyRenderVisibleElements: true,
    zoomOnDoubleClick: false,
  }
  mount(SvelteFlow, { target, props: { nodes, edges, ...settings } })
}
