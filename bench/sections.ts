import { measureControl, measureIdleFrames } from './control'
import { measureAif, measureHighlights, measureQdpx } from './interchange'
import { measurePdfImport, measureTextImport } from './imports'
import { measureFlow } from './flow-rival'
import { arguedProject, measureLayout } from './layout'
import { measureShownMap } from './legible-map'
import { measureRandomMaps, wordingOnA4 } from './legibility'
import { measureLive } from './live'
import { measureMap, measurePicture } from './map'
import type { MapMoves } from './map-moves'
import { measureMerge } from './merge'
import { DENSE, libraryProject, mapProject, markedProject, WIDE } from './projects'
import { measureLong, measureReader } from './reader'
import type { Orientation } from '#domain/formats/export/picture-options'
import { fortyCards, fourteenCards } from '#domain/testing/argued-maps'
import type { Row, Section } from './report'
import { measureReuse } from './reuse'
import { measureKeysMeanwhile, projectOf } from './reuse-page'
import { measureRival } from './rival'
import { percentile } from './statistics'
import { weighedMap } from './weighing/maps'
import { measureFirstSet, measureMatrix, measureVerdicts } from './weighing/measure'
import { measureOpening, measurePaintedMatrix, measurePaintedVerdicts } from './weighing/page'
import { measureFinding, measureSearchBox } from './search'

/** The sections of the table, by their names on the command line. */
export const SECTIONS: Readonly<Record<string, (runs: number) => Promise<Section>>> = {
  async reader(runs) {
    const marked = markedProject(100_000, 20_000)
    const ours = await measureReader(marked, runs)
    const name = '@recogito/text-annotator'
    const spans = await measureRival(marked, runs)
    const beside = (key: keyof typeof spans) => ({ beside: { name, values: spans[key] } })
    return {
      title: 'Reading: 100,000 characters, 20,000 passages',
      rows: [
        {
          what: 'Opening, to the marks painted',
          values: ours.open,
          unit: 'ms',
          target: 150,
          ...beside('open'),
        },
        {
          what: 'Scrolling, p95 frame',
          values: ours.scrolling,
          unit: 'ms',
          target: 25,
          ...beside('scrolling'),
        },
        { what: 'Hit test', values: ours.hit, unit: 'ms', target: 1, ...beside('hit') },
        { what: 'Adding a mark, work', values: ours.addWork, unit: 'ms', target: 16 },
        { what: 'Adding a mark, to the frame after', values: ours.add, unit: 'ms', ...beside('add') },
      ],
    }
  },

  async weighing(runs) {
    const often = Math.max(runs, 20)
    const name = 'plain reference'
    const section = async (what: string, circle: boolean, target: number): Promise<Row[]> => {
      const map = weighedMap(5000, 7000, circle)
      const painted = await measurePaintedVerdicts(circle, often)
      const { grade, strength, off, anew, beside } = measureVerdicts(map, often)
      const row = (change: string, values: number[]) =>
        ({ what: `${what}: ${change}`, values, unit: 'ms', beside: { name, values: beside } }) as const
      const p95 = (change: string, values: number[]) =>
        ({ what: `${what}: ${change}, p95`, values: [percentile(values, 0.95)], unit: 'ms', target }) as const
      return [
        p95('work from a grade to painted verdicts', painted.grade),
        p95('work from a source off to painted verdicts', painted.off),
        row('all verdicts after a grade', grade),
        row('all verdicts after a strength', strength),
        row('all verdicts with a source off', off),
        row('all verdicts from nothing', anew),
        { what: `${what}: first smallest set`, values: measureFirstSet(map, often), unit: 'ms', target: 100 },
      ]
    }
    const matrix = measureMatrix(often)
    const painted = await measurePaintedMatrix(often)
    const opening = await measureOpening(runs)
    return {
      title: 'Weighing: 5,000 claims, 7,000 relations',
      rows: [
        ...(await section('As drawn', false, 16)),
        ...(await section('In one circle', true, 33)),
        {
          what: 'Matrix of 200 × 8: a rating, with verdicts, scores and linchpin rows',
          values: matrix.ours,
          unit: 'ms',
          target: 16,
          beside: { name, values: matrix.beside },
        },
        {
          what: 'Matrix of 200 × 8: work from a rating to the painted matrix, p95',
          values: [percentile(painted, 0.95)],
          unit: 'ms',
        },
        {
          what: 'Opening the map with verdicts',
          values: opening.shown,
          unit: 'ms',
          ratio: 1.05,
          beside: { name: 'without verdicts', values: opening.hidden },
        },
      ],
    }
  },

  merge(runs) {
    const { ours, copying, disagreements } = measureMerge(14_000, runs)
    return Promise.resolve({
      title: `Merge: 14,000 claims, ${disagreements} disagreements`,
      rows: [
        {
          what: 'Three-way merge',
          values: ours,
          unit: 'ms',
          target: 2000,
          beside: { name: 'import as a copy', values: copying },
        },
      ],
    })
  },

  async reuse(runs) {
    const { texts, times, memory, oneMore, recall, wrong, plain } = measureReuse(
      10_000,
      1000,
      500,
      Math.min(runs, 3),
    )
    const name = 'plain 8-word shingles'
    const found = (what: string, at: number, least: number): Row => ({
      what: `Planted sentences found, ${what}`,
      values: [recall[at]!],
      unit: '%',
      least,
      beside: { name, values: [plain.recall[at]!] },
    })
    const keys = await measureKeysMeanwhile(projectOf(texts))
    return {
      title: 'Shared text: 10,000 articles of 1,000 words, 500 planted sentences of 20 words a row',
      rows: [
        {
          what: 'Finding all, processor time',
          values: times,
          unit: 'ms',
          target: 10_000,
          beside: { name, values: [plain.time] },
        },
        { what: 'Memory, MB', values: memory, unit: '', target: 400 },
        { what: 'One new article, processor time', values: oneMore, unit: 'ms', target: 200 },
        found('no word changed', 0, 98),
        found('10 % of the words changed', 1, 97),
        found('20 % of the words changed', 2, 88),
        {
          what: 'Pairs where nothing is planted',
          values: [wrong],
          unit: '',
          target: 2,
          beside: { name, values: [plain.wrong] },
        },
        {
          what: 'A key while all are compared, to the frame after, p95',
          values: [percentile(keys, 0.95)],
          unit: 'ms',
          target: 50,
        },
      ],
    }
  },

  async interchange(runs) {
    const aif = await measureAif(10_000, runs)
    const qdpx = await measureQdpx(300, 20_000, Math.min(runs, 3))
    const highlights = await measureHighlights(1000, 5000, runs)
    return {
      title: 'Files of other programs',
      rows: [
        {
          what: 'Reading AIF of 10,000 nodes',
          values: aif.read,
          unit: 'ms',
          target: 1000,
          beside: { name: 'JSON.parse', values: aif.parsed },
        },
        {
          what: 'Writing it again with one claim changed',
          values: aif.written,
          unit: 'ms',
          target: 1000,
          beside: { name: 'JSON.stringify', values: aif.serialised },
        },
        {
          what: 'Reading REFI-QDA of 300 articles and 20,000 codings',
          values: qdpx.times,
          unit: 'ms',
          target: 10_000,
          beside: { name: 'unpacking and parsing', values: qdpx.bare },
        },
        { what: 'The process that reads it, most memory in MB', values: qdpx.memory, unit: '', target: 512 },
        {
          what: 'Finding 5,000 highlights in 1,000 articles, by address',
          values: highlights.times,
          unit: 'ms',
          target: 2000,
          beside: { name: 'searching every article', values: highlights.plain },
        },
        { what: 'Highlights found at their words', values: [highlights.found], unit: '%', least: 99 },
      ],
    }
  },

  async map(runs) {
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
  },

  async live(runs) {
    const values = await measureLive(mapProject(1000, 1400, WIDE), Math.max(runs, 20))
    return {
      title: 'Two windows: 1,000 claims, 1,400 relations',
      rows: [
        { what: 'From moving a card to the other window with it moved', values, unit: 'ms', target: 100 },
      ],
    }
  },

  async long(runs) {
    const { open, scrolling } = await measureLong(1_000_000, runs)
    return {
      title: 'Reading: 1,000,000 characters',
      rows: [
        { what: 'Opening', values: open, unit: 'ms', target: 500 },
        { what: 'Scrolling, p95 frame', values: scrolling, unit: 'ms', target: 25 },
      ],
    }
  },

  async import(runs) {
    const { ours, bare } = await measurePdfImport(100, runs)
    return {
      title: 'Import',
      rows: [
        { what: 'Articles of text, 5,000 words', values: await measureTextImport(20, runs), unit: '/s' },
        {
          what: 'Pages of a PDF of 100',
          values: ours,
          unit: '/s',
          beside: { name: 'bare pdf.js', values: bare },
        },
      ],
    }
  },

  async layout(runs) {
    const { shown, longest } = await measureLayout(arguedProject(500, 700), runs)
    return {
      title: 'Layout: 500 claims, 700 relations',
      rows: [
        { what: 'From the key to the map in order', values: shown, unit: 'ms', target: 2000 },
        { what: 'Longest frame meanwhile', values: longest, unit: 'ms' },
      ],
    }
  },

  async legibility() {
    const [fourteen, forty] = [fourteenCards(), fortyCards()]
    const [small, large] = [
      { x: 1280, y: 800 },
      { x: 1920, y: 1080 },
    ]
    const windows = [
      { size: small, layout: 'map' },
      { size: large, layout: 'map' },
      { size: small, layout: 'both' },
      { size: large, layout: 'both' },
    ] as const
    const few = await measureShownMap(fourteen.project, windows)
    const many = await measureShownMap(forty.project, windows.slice(0, 2))
    const shares = few.slice(0, 2).map(({ share }, index): Row => {
      const { x, y } = windows[index]!.size
      return {
        what: `The map’s share of a window of ${x} by ${y}`,
        values: [share],
        unit: '%',
        least: [85, 88][index]!,
      }
    })
    const shown = (count: number, all: typeof few, leasts: readonly number[]): Row[] =>
      all.flatMap(({ wording, zoom, cut }, index) => {
        const { size, layout } = windows[index]!
        const what = `${count} cards, ${size.x} by ${size.y}${layout === 'both' ? ', beside the reader' : ''}`
        return [
          { what, values: [wording], unit: 'px', least: leasts[index]! },
          { what: `${what}: zoom`, values: [zoom], unit: '%' },
          { what: `${what}: wordings shown whole`, values: [count - cut], unit: '', least: count },
        ]
      })
    const page = (what: string, map: typeof forty, orientation: Orientation, least: number) =>
      ({ what, values: [wordingOnA4(map, orientation)], unit: 'pt', least }) as const
    const { ours, elk, ordered } = await measureRandomMaps(200)
    const name = 'plain ELK layered'
    return {
      title: 'Legibility: the wording on cards when the whole map is shown',
      rows: [
        ...shares,
        ...shown(14, few, [11, 13, 9, 11]),
        ...shown(40, many, [9, 11]),
        page('14 cards, A4', fourteen, 'auto', 9),
        page('14 cards, A4 landscape', fourteen, 'landscape', 9),
        page('40 cards, A4', forty, 'auto', 7),
        page('40 cards, A4 landscape', forty, 'landscape', 7),
        {
          what: 'Crossings, 200 random maps',
          values: [ours.crossings],
          unit: '',
          ratio: 1.1,
          beside: { name, values: [elk.crossings] },
        },
        {
          what: 'The same beside ELK with our order of siblings',
          values: [ours.crossings],
          unit: '',
          beside: { name: 'ELK layered, order forced', values: [ordered.crossings] },
        },
        {
          what: 'Area in megapixels, 200 random maps',
          values: [ours.area / 1e6],
          unit: '',
          ratio: 0.6,
          beside: { name, values: [elk.area / 1e6] },
        },
      ],
    }
  },

  async search(runs) {
    const project = libraryProject(1000, 1000)
    const pure = await measureFinding(project, runs)
    const box = await measureSearchBox(project, runs)
    return {
      title: 'Search: 1,000 articles of 1,000 words',
      rows: [
        { what: 'Finding, median of all keys', values: pure.middle, unit: 'ms', target: 50 },
        { what: 'Finding, slowest key', values: pure.slowest, unit: 'ms' },
        {
          what: 'From a key to the results on screen, median of all keys',
          values: box.middle,
          unit: 'ms',
          target: 50,
        },
        { what: 'From a key to the results on screen, p95 of all keys', values: box.slow, unit: 'ms' },
        { what: 'Indexing everything, once', values: [pure.indexing], unit: 'ms' },
      ],
    }
  },
}

/** Measures constant work before and after: any difference comes from other programs. */
export async function withControl(measure: () => Promise<Section[]>, runs: number): Promise<Section[]> {
  const before = await measureControl(runs)
  const frames = await measureIdleFrames(runs)
  const sections = await measure()
  const after = await measureControl(runs)
  const control: Section = {
    title: 'Control',
    rows: [
      {
        what: 'Sorting 200,000 numbers, at the end',
        values: after,
        unit: 'ms',
        beside: { name: 'at the start', values: before },
      },
      { what: 'An empty page, p95 frame', values: frames, unit: 'ms' },
    ],
  }
  return [...sections, control]
}
