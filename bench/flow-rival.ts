import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { argumentGraph } from '#domain/argument/argument-graph'
import { installedChromium } from '../scripts/chromium.mjs'
import { CHROMIUM_ARGS } from '../e2e/support/browser-app'
import { addClock } from './clock'
import type { showFlow } from './flow-page'
import { moveMap, type MapMoves } from './map-moves'
import type { mapProject } from './projects'

declare global {
  var Flow: { showFlow: typeof showFlow }
}

/** The pane has the size of Counterpoint's map. */
const PAGE = '<style>body { margin: 0 } #map { width: 620px; height: 500px }</style><div id="map"></div>'

/** Measures Svelte Flow alone, with the same cards as default nodes and a default edge for each line. */
export async function measureFlow({ project, map }: ReturnType<typeof mapProject>): Promise<MapMoves> {
  const graph = argumentGraph(project, map)
  const nodes = [
    ...graph.claims.map(({ id, claim, placement: { x, y } }) => {
      return { id, position: { x, y }, width: 248, height: 130, data: { label: claim.text } }
    }),
  ]
  const cards = new Set(nodes.map(({ id }) => id))
  // Svelte Flow has no junctions: an edge to one leads to the target of its relation instead.
  const leads = new Map(graph.edges.filter(({ part }) => part === 'target').map(({ from, to }) => [from, to]))
  const aim = (id: string): string => (cards.has(id) ? id : aim(leads.get(id)!))
  const edges = graph.edges
    .filter(({ from }) => cards.has(from))
    .map(({ id, from, to }) => ({ id, source: from, target: aim(to) }))
  const executablePath = installedChromium()
  const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath && { executablePath }) })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(120_000)
  await page.setContent(PAGE)
  await page.addStyleTag({ path: createRequire(import.meta.url).resolve('@xyflow/svelte/dist/style.css') })
  await page.addScriptTag({ path: join(import.meta.dirname, 'flow', 'flow-page.js') })
  await addClock(page)
  const open = await page.evaluate(
    async ({ nodes, edges }) => {
      await clock.frame()
      const start = performance.now()
      Flow.showFlow(document.querySelector('#map')!, nodes, edges)
      while (!document.querySelector('.svelte-flow__node')) await clock.frame()
      return (await clock.frame()) - start
    },
    { nodes, edges },
  )
  await page.waitForTimeout(1500)
  const moves = await moveMap(page, { open })
  await browser.close()
  return moves
}
