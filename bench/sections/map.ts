import { measureFlow } from '../flow-rival'
import { measureMap, measurePicture } from '../map'
import type { MapMoves } from '../map-moves'
import { DENSE, mapProject, WIDE } from '../projects'
import type { Section } from '../report'

/** A map of 5,000 cards beside bare Svelte Flow. */
export async function map(runs: number): Promise<Section> {
  const large = mapProject(5000, 7000, WIDE)
  const [ours, bare]: [MapMoves[], MapMoves[]] = [[], []]
  const undos: number[] = []
  for (let run = 0; run < runs; run++) {
    // In turn, so that what else the machine does slows both alike.
    const { undo, ...moves } = await measureMap(large)
    ours.push(moves)
    undos.push(undo)
    bare.push(await measureFlow(large))
  }
  const row = (what: string, key: keyof MapMoves, target?: number) => {
    const of = (all: readonly MapMoves[]) => all.flatMap((moves) => moves[key])
    const beside = { name: 'bare Svelte Flow', values: of(bare) }
    return { what, values: of(ours), unit: 'ms', ...(target && { target }), beside } as const
  }
  return {
    title: 'Map: 5,000 claims, 7,000 relations',
    rows: [
      row('Opening, to the first cards', 'open', 2000),
      row('Panning, p95 frame', 'panning', 33),
      row('Zooming, p95 frame', 'zooming', 33),
      row('Dragging a card, p95 frame', 'dragging', 33),
      row('Selecting a card', 'selecting', 50),
      row('Panning, work of a step', 'panningWork'),
      row('Zooming, work of a step', 'zoomingWork'),
      row('Dragging a card, work of a step', 'draggingWork'),
      row('Selecting a card, work', 'selectingWork'),
      { what: 'Undoing the move of a card', values: undos, unit: 'ms', target: 50 },
      {
        what: 'SVG of 5,000 cards',
        values: await measurePicture('svg', large, 1, runs),
        unit: 'ms',
        target: 1000,
      },
      {
        what: 'PNG of 1,000 cards at 2×',
        values: await measurePicture('png', mapProject(1000, 1400, DENSE), 2, runs),
        unit: 'ms',
        target: 3000,
      },
    ],
  }
}
