import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawPicture } from '../formats/export/picture/picture'
import type { XmlElement } from '../formats/export/picture/svg-xml'
import { DEFAULT_LOOK } from '../formats/export/picture-options'
import { reportOf } from '../formats/export/report/report'
import { exportEnv } from '../testing/export-env'
import { fullMap } from '../testing/full-map'
import { claimNumbers } from './claim-numbers'
import { mapGraph } from './map-graph'
import { outline } from './outline'

/** The number that a picture shows on each card. */
function numbersIn(node: XmlElement, found = new Map<string, number>()): Map<string, number> {
  const claim = node.attributes['data-claim']
  const elements = node.children.filter((child) => typeof child !== 'string')
  if (claim === undefined) for (const each of elements) numbersIn(each, found)
  else found.set(String(claim), Number(elements.find(({ name }) => name === 'text')!.children[0]))
  return found
}

test('outline, report and picture of any map, and of any part of it, have the same numbers', () => {
  fc.assert(
    fc.property(fullMap(), fc.nat(), ({ project, map }, seed) => {
      const graph = mapGraph(project, map)
      const numbers = claimNumbers(graph)
      const rising = [...numbers.keys()].map((_, index) => index + 1)
      const listed = outline(graph).flatMap(({ claim, reference }) =>
        claim === undefined || reference ? [] : numbers.get(claim),
      )
      expect(listed).toEqual(rising)
      expect(numbersIn(drawPicture({ project, map, ...DEFAULT_LOOK }, exportEnv.measure).drawing)).toEqual(
        new Map([...graph.placements.keys()].map((claim) => [claim, numbers.get(claim)])),
      )

      const told = (only?: ReadonlySet<string>) =>
        reportOf({ project, map, ...(only && { only }) }, exportEnv.today).blocks.flatMap((block) =>
          'claim' in block && block.claim !== undefined ? [block.claim] : [],
        )
      expect(told()).toEqual(rising)
      const part = new Set([...numbers.keys()].filter((_, index) => (seed >> (index % 30)) % 2 === 1))
      const ascending = (a: number, b: number) => a - b
      expect(told(part).toSorted(ascending)).toEqual(
        [...part].map((claim) => numbers.get(claim)!).toSorted(ascending),
      )
    }),
    { numRuns: 40 },
  )
})
