import type { Orientation } from '#domain/formats/export/picture-options'
import { fortyCards, fourteenCards } from '#domain/testing/argued-maps'
import { measureRandomMaps, wordingOnA4 } from '../legibility'
import { measureShownMap } from '../legible-map'
import type { Row, Section } from '../report'

/** The wording on cards when the whole map is shown. */
export async function legibility(): Promise<Section> {
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
}
