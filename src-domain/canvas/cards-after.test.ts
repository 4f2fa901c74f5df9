import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runCommand } from '../commands/registry'
import { applyPatch } from '../document/patch'
import type { Project } from '../document/project'
import { NO_GROUPS } from '../reuse/independence'
import { commandSequence } from '../testing/command-sequence'
import { testEnv } from '../testing/env'
import { sampleProject } from '../testing/sample'
import { cardsAfter, type LaidOutCards } from './cards-after'
import { sceneCards } from './scene'
import type { Measure } from './wrap-text'

const measure: Measure = (text, { size }) => text.length * size * 0.5
const shown = { has: () => true }
const sample = sampleProject()
const map = [...sample.maps.keys()][0]!

/** The same project with placements of its own, whose cards were never laid out. */
const unknown = (project: Project): Project => ({
  ...project,
  placements: new Map([...project.placements].map(([id, placement]) => [id, { ...placement }])),
})

test('after any commands the cards are those that are laid out from nothing', () => {
  fc.assert(
    fc.property(commandSequence(30), (steps) => {
      let project = sample
      let laidOut: LaidOutCards | undefined
      const check = () => {
        laidOut = cardsAfter(laidOut, { project, map, measure, shown, groups: NO_GROUPS })
        const { cards, at, rects } = laidOut
        expect(cards).toEqual(sceneCards(unknown(project), map, measure, shown))
        expect([...at.keys()]).toEqual(cards.map(({ claim }) => claim.id))
        expect([...rects.values()]).toEqual(cards.map(({ rect }) => rect))
      }
      check()
      steps.forEach(({ name, input }, index) => {
        const outcome = runCommand(project, name, input(project), testEnv(`step${index}-`))
        const applied = 'patch' in outcome && applyPatch(project, outcome.patch)
        if (!applied || !('project' in applied)) return
        project = applied.project
        check()
      })
    }),
    { numRuns: 25 },
  )
})

test('a grade lays out the cards of its claims again, and a wording that of its claim', () => {
  const from = { map, measure, shown, groups: NO_GROUPS }
  const before = cardsAfter(undefined, { project: sample, ...from })
  const [source] = [...sample.sources.values()].filter(({ id }) =>
    [...sample.excerpts.values()].some((excerpt) => excerpt.source === id),
  )
  const reliability = source!.reliability === 'E' ? ('A' as const) : ('E' as const)
  const sources = new Map(sample.sources).set(source!.id, { ...source!, reliability })
  const onSource = new Set(
    [...sample.excerpts.values()].flatMap((each) => (each.source === source!.id ? each.claim : [])),
  )
  const fresh = ({ cards }: LaidOutCards) =>
    cards.flatMap((card) => (before.cards.includes(card) ? [] : card.claim.id))
  const graded = cardsAfter(before, { project: { ...sample, sources }, ...from })
  expect(fresh(graded).length).toBeGreaterThan(0)
  expect(fresh(graded).filter((claim) => !onSource.has(claim))).toEqual([])
  const { claim } = before.cards[0]!
  const claims = new Map(sample.claims).set(claim.id, { ...claim, text: 'Other words' })
  expect(fresh(cardsAfter(before, { project: { ...sample, claims }, ...from }))).toEqual([claim.id])
})
