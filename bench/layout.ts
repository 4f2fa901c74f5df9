import type { Page } from '@playwright/test'
import type { Project } from '#domain/document/project'
import { Builder } from '#domain/testing/build'
import { withApp } from './app'
import { chance } from './texts'

/** A project whose map has that many cards, each bearing on an earlier one, and further relations of every kind. */
export function arguedProject(claimCount: number, relationCount: number): Project {
  const builder = new Builder('Benchmark')
  builder.source('An article', 'What the library lists.')
  const draw = chance(7)
  const claims: string[] = []
  const steps: string[] = []
  const earlier = (index: number) => claims[Math.floor(index * (0.15 + 0.2 * draw()))]!
  for (let index = 0; index < claimCount; index++) {
    claims.push(builder.claim(`Claim ${index}: ${'words '.repeat(3 + Math.floor(draw() * 20))}`, builder.map))
    const kind = draw() < 0.7 ? 'support' : 'attack'
    if (index > 0) steps.push(builder.relation(kind, [claims[index]!], earlier(index)))
  }
  while (builder.project.relations.size < relationCount) {
    const index = 20 + Math.floor(draw() * (claimCount - 21))
    const which = draw()
    const [claim, next] = [claims[index]!, claims[index + 1]!]
    if (which < 0.3) builder.relation('attack', [claim], steps[Math.floor(index / 3)]!)
    else if (which < 0.9) builder.relation('support', [claim, next], earlier(index))
    else builder.relation('contradict', [claim], next)
  }
  return builder.project
}

export interface Layout {
  /** From the key to the frame after the one with the cards in their new positions. */
  readonly shown: number[]
  /** The longest time between two frames meanwhile. */
  readonly longest: number[]
}

/** Tidies a map that was just opened. */
async function tidied(page: Page): Promise<{ shown: number; longest: number }> {
  await page.evaluate(() => {
    const isTidied = () => document.querySelector('[aria-label="Undo tidy map"]') !== null
    globalThis.measured = Promise.all([clock.after('keydown', isTidied), clock.frames(4000)])
  })
  await page.keyboard.press('Shift+T')
  const measured = await page.evaluate(() => globalThis.measured)
  const [{ shown }, frames] = measured as [{ shown: number }, number[]]
  return { shown, longest: Math.max(...frames) }
}

/** Measures tidying a whole map by its key, each time in a new page. */
export function measureLayout(project: Project, runs: number): Promise<Layout> {
  return withApp(project, async (page, reopen) => {
    const measured = [await tidied(page)]
    while (measured.length < runs) {
      // Undo the layout, so that each run moves as much.
      await page.keyboard.press('Control+z')
      await page.waitForTimeout(500)
      await reopen()
      measured.push(await tidied(page))
    }
    return { shown: measured.map(({ shown }) => shown), longest: measured.map(({ longest }) => longest) }
  })
}
