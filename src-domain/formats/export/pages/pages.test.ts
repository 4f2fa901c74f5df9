import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapGraph } from '../../../argument/map-graph'
import { claimNumbers } from '../../../argument/claim-numbers'
import type { Rect } from '../../../canvas/card'
import { overlap } from '../../../canvas/rect'
import { fortyCards, fourteenCards } from '../../../testing/argued-maps'
import { Builder } from '../../../testing/build'
import { exportEnv } from '../../../testing/export-env'
import { randomMap } from '../../../testing/random-map'
import type { Picture } from '../picture/picture-tree'
import type { XmlElement } from '../picture/svg-xml'
import { DEFAULT_LOOK, type PictureLook } from '../picture-options'
import { drawPages } from './pages'

interface Made {
  readonly project: ReturnType<typeof randomMap>['project']
  readonly map: string
}

const onPaper = (made: Made, look: Partial<PictureLook> = {}) =>
  drawPages({ ...made, ...DEFAULT_LOOK, paper: 'A4', ...look }, exportEnv)

const elements = (node: XmlElement): XmlElement[] => [
  node,
  ...node.children.flatMap((child) => (typeof child === 'string' ? [] : elements(child))),
]
const withMark = ({ drawing }: Picture, name: string): XmlElement[] =>
  elements(drawing).filter(({ attributes }) => attributes[name] !== undefined)
const ids = (page: Picture, name: string): string[] =>
  withMark(page, name).map(({ attributes }) => String(attributes[name]))
const linesOf = (node: XmlElement): string[] =>
  elements(node)
    .filter(({ name }) => name === 'text')
    .map(({ children }) => String(children[0]))
const rectOf = ({ attributes: { x, y, width, height } }: XmlElement): Rect => ({
  ...{ x: Number(x), y: Number(y) },
  ...{ width: Number(width), height: Number(height) },
})
/** How far letters reach below the line, as a share of their size. */
const DESCENT = 0.24
const wordsOn = ({ drawing }: Picture): string => linesOf(drawing).join(' ')

const Random = fc
  .record({ seed: fc.nat(100_000), size: fc.integer({ min: 5, max: 90 }) })
  .map(({ seed, size }) => randomMap(seed, size))
const Look = fc.record({
  paper: fc.constantFrom('A4', 'A3', 'Letter'),
  orientation: fc.constantFrom('auto', 'landscape', 'portrait'),
}) satisfies fc.Arbitrary<Partial<PictureLook>>

describe('any map on paper', () => {
  it('has every card exactly once, at 7 points or more, within the sheet', () => {
    fc.assert(
      fc.property(Random, Look, (made, look) => {
        const { pages, wording } = onPaper(made, look)
        const claims = pages.flatMap((page) => ids(page, 'data-claim'))
        expect(claims.toSorted()).toEqual([...mapGraph(made.project, made.map).placements.keys()].toSorted())
        expect(wording).toBeGreaterThanOrEqual(7)
      }),
      { numRuns: 12 },
    )
  })

  it('says on each page what it continues, and on each card where it is continued', () => {
    fc.assert(
      fc.property(Random, (made) => {
        const { pages } = onPaper(made)
        const numbers = claimNumbers(mapGraph(made.project, made.map))
        const pageOf = new Map(
          pages.flatMap((page, index) => ids(page, 'data-claim').map((claim) => [claim, index + 1])),
        )
        pages.forEach((page, index) => {
          for (const box of withMark(page, 'data-continued')) {
            const claim = String(box.attributes['data-continued'])
            expect(pageOf.get(claim)).toBeLessThanOrEqual(index)
            expect(linesOf(box)[0]).toBe(`Claim ${numbers.get(claim)}, from page ${pageOf.get(claim)}`)
          }
        })
        const boxes = pages.flatMap((page) => ids(page, 'data-continued'))
        const tags = pages.flatMap((page) => withMark(page, 'data-continues'))
        expect(tags).toHaveLength(new Set(boxes).size)
      }),
      { numRuns: 12 },
    )
  })

  it('draws every relation on a page, or lists it on the pages of its claims', () => {
    fc.assert(
      fc.property(Random, (made) => {
        const { pages } = onPaper(made)
        const graph = mapGraph(made.project, made.map)
        const drawn = new Set(pages.flatMap((page) => ids(page, 'data-relation')))
        const listed = pages.map(wordsOn).join(' ')
        const numbers = claimNumbers(graph)
        for (const relation of graph.relations.values()) {
          if (drawn.has(relation.id)) continue
          expect(listed).toContain('To other pages:')
          expect(listed).toContain(String(numbers.get(relation.premises[0]!)))
        }
      }),
      { numRuns: 8 },
    )
  })
})

describe('a map on A4', () => {
  it('is on one page if it is legible there, arranged for the page', () => {
    const { pages, wording } = onPaper(fourteenCards())
    expect(pages).toHaveLength(1)
    expect(wording).toBeGreaterThanOrEqual(9)
    expect(wordsOn(pages[0]!)).not.toContain('Page 1')
  })

  it('goes over several pages otherwise', () => {
    const { pages, wording } = onPaper(fortyCards(), { orientation: 'landscape' })
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.length).toBeLessThanOrEqual(3)
    expect(wording).toBeGreaterThanOrEqual(7)
    expect(wordsOn(pages[1]!)).toContain(`Page 2 of ${pages.length}`)
  })

  it('has no tag of a later page on the words of a card', () => {
    const { pages } = onPaper(randomMap(3, 60))
    const tags = pages.flatMap((page) => withMark(page, 'data-continues'))
    expect(tags.length).toBeGreaterThan(1)
    for (const page of pages) {
      const lines = withMark(page, 'data-claim')
        .flatMap(elements)
        .filter(({ name }) => name === 'text')
      for (const tag of withMark(page, 'data-continues')) {
        const { x, y, width, height } = rectOf(elements(tag).find(({ name }) => name === 'rect')!)
        const covered = lines.filter(({ attributes }) => {
          const [left, baseline] = [Number(attributes['x']), Number(attributes['y'])]
          const bottom = baseline + Number(attributes['font-size']) * DESCENT
          const right = left + Number(attributes['textLength'])
          return left < x + width && right > x && bottom > y && baseline < y + height
        })
        expect(covered.flatMap(linesOf)).toEqual([])
      }
    }
  })

  it('has no label of a relation on the number of a claim', () => {
    const { project, map } = fortyCards()
    const relations = new Map(
      [...project.relations].map(([id, each]) => [id, { ...each, strength: 'moderate' as const }]),
    )
    const { pages } = onPaper({ project: { ...project, relations }, map })
    for (const page of pages) {
      // The last rectangle of a card is that of its number, that of a relation its label.
      const rectsOf = (name: string) =>
        withMark(page, name).flatMap((group) => {
          const last = elements(group).findLast((each) => each.name === 'rect')
          return last ? [rectOf(last)] : []
        })
      const labels = rectsOf('data-relation')
      expect(labels.length).toBeGreaterThan(5)
      for (const number of rectsOf('data-claim'))
        for (const label of labels) expect(overlap(number, label)).toBe(false)
    }
  })

  it('keeps the places of the cards on request, on one page', () => {
    const made = fortyCards()
    const { pages } = onPaper(made, { arrangement: 'map' })
    expect(pages).toHaveLength(1)
    const [first, second] = [...made.project.placements.values()]
    const corner = (claim: string) => {
      const card = withMark(pages[0]!, 'data-claim').find((each) => each.attributes['data-claim'] === claim)!
      const { x, y } = elements(card).find(({ name }) => name === 'rect')!.attributes
      return { x: Number(x), y: Number(y) }
    }
    const [one, other] = [corner(first!.claim), corner(second!.claim)]
    expect(other.x - one.x).toBe(second!.x - first!.x)
    expect(other.y - one.y).toBe(second!.y - first!.y)
  })

  it('has a title block with map, project, date and caveat, which can be left out', () => {
    const builder = new Builder('Harbour')
    builder.claim('One', builder.map)
    builder.run('map.caveat', { map: builder.map, caveat: 'Nobody has seen the contract.' })
    const made = { project: builder.project, map: builder.map }
    const words = wordsOn(onPaper(made).pages[0]!)
    for (const each of ['Map 1', 'Harbour · 2026-01-02', 'Caveat: Nobody has seen the contract.'])
      expect(words).toContain(each)
    const bare = wordsOn(onPaper(made, { title: false, caveat: false, legend: false }).pages[0]!)
    expect(bare).toBe('1 One Judgement No passage')
  })

  it('says that an empty map is empty', () => {
    const builder = new Builder()
    const { pages } = onPaper({ project: builder.project, map: builder.map })
    expect(pages.map(wordsOn)).toEqual([
      'Map 1 Test project · 2026-01-02 There are no claims on this map yet.',
    ])
  })
})
