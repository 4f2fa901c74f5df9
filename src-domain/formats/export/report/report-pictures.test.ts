import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimNumbers } from '../../../argument/claim-numbers'
import { mapGraph } from '../../../argument/map-graph'
import { fourteenCards } from '../../../testing/argued-maps'
import { Builder } from '../../../testing/build'
import { exportEnv } from '../../../testing/export-env'
import { randomMap } from '../../../testing/random-map'
import { DEFAULT_LOOK, type PictureLook } from '../picture-options'
import { svgOf } from '../picture/svg'
import type { ExportRequest } from '../writer'
import { reportPictures } from './report-pictures'

type Made = Pick<ExportRequest, 'project' | 'map' | 'only'>

const drawn = (made: Made, look: Partial<PictureLook> = {}) =>
  reportPictures({ ...made, ...DEFAULT_LOOK, ...look }, exportEnv)

/** The cards of all pictures: the ids of their claims with the numbers on them. */
const cardsOf = ({ pictures }: ReturnType<typeof drawn>) =>
  new Map(
    pictures.flatMap(({ picture }) =>
      [...svgOf(picture, []).matchAll(/data-claim="([^"]*)".*?<text[^>]*>(\d+)</g)].map(
        ([, claim, number]) => [claim!, Number(number)] as const,
      ),
    ),
  )

/** A row of cards without relations. */
function row(cards: number, apart: number): Made {
  const builder = new Builder()
  for (let at = 0; at < cards; at++) {
    const on = { map: builder.map, at: { x: at * apart, y: 0 } }
    builder.run('claim.add', { text: `Claim ${at + 1}`, category: 'judgement', ...on })
  }
  return { project: builder.project, map: builder.map }
}

const missing = (): never => {
  throw new Error('there is no picture')
}

describe('the picture of a map in a report', () => {
  it('fits the page and has every card with the number of the report, however the map is arranged', () => {
    const Random = fc
      .record({ seed: fc.nat(100_000), size: fc.integer({ min: 5, max: 60 }) })
      .map(({ seed, size }) => randomMap(seed, size))
    fc.assert(
      fc.property(Random, (made) => {
        const found = drawn(made)
        expect(cardsOf(found)).toEqual(claimNumbers(mapGraph(made.project, made.map)))
        for (const { width, height } of found.pictures) {
          expect(width).toBeLessThanOrEqual(451.001)
          expect(height).toBeLessThanOrEqual(600.001)
        }
      }),
      { numRuns: 10 },
    )
  })

  it('shows the map as it is arranged while its wording has 5 points, and arranges it for the page otherwise', () => {
    const near = row(4, 300)
    const [{ picture, width, height } = missing()] = drawn(near).pictures
    expect(picture.page.width).toBeGreaterThan(1140)
    expect(width / picture.page.width).toBeCloseTo(height / picture.page.height)
    const far = row(4, 3000)
    const [{ picture: arranged } = missing()] = drawn(far).pictures
    expect(arranged.page).toMatchObject({ width: 451, height: 600 })
  })

  it('is in light colours on white, and leaves title, caveat and sources to the text', () => {
    const { project, map } = fourteenCards()
    const [one] = drawn(
      { project, map },
      { theme: 'dark', transparent: true, title: true, notes: true },
    ).pictures
    const svg = svgOf(one!.picture, [])
    expect(one!.picture.ground).toBe('#ffffff')
    expect(svg).not.toMatch(/data-(title|caveat|notes)/)
    expect(svg).toContain('data-legend')
    expect(svg).toBe(svgOf(drawn({ project, map }).pictures[0]!.picture, []))
  })

  it('says for screen readers of which map it is, how much is on it, and which page it is', () => {
    const [one] = drawn(row(1, 0)).pictures
    expect(one!.alt).toBe('Picture of the map “Map 1”: 1 claim and 0 relations, which the text below lists.')
    const { pictures } = drawn(randomMap(3, 60))
    expect(pictures.length).toBeGreaterThan(1)
    expect(pictures[1]!.alt).toContain(`“Map 1”, page 2 of ${pictures.length}: 60 claims and`)
  })

  it('has only the exported part of the map, with the numbers of the whole map', () => {
    const made = row(3, 300)
    const [, second] = [...made.project.claims.keys()]
    const found = drawn({ ...made, only: new Set([second!]) })
    expect([...cardsOf(found)]).toEqual([[second, 2]])
    expect(found.pictures[0]!.alt).toContain('1 claim and')
  })

  it('is replaced by a sentence on a map of more than a hundred claims', () => {
    expect(drawn(row(100, 10)).instead).toBe('')
    expect(drawn(row(101, 10))).toEqual({
      pictures: [],
      instead:
        'The map has 101 claims, too many for a picture in this report. It can be exported as a picture of its own.',
    })
  })

  it('is not there if it is not wanted, or if the map is empty', () => {
    const none = { pictures: [], instead: '' }
    expect(drawn(row(101, 10), { picture: false })).toEqual(none)
    expect(drawn(row(2, 300), { picture: false })).toEqual(none)
    expect(drawn(row(0, 0))).toEqual(none)
  })
})
