import { mount } from 'svelte'
import { SvelteFlow, type Edge, type Node } from '@xyflow/svelte'

/** Svelte Flow with its default nodes and edges, rendering only visible elements. */
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
