import type { CDPSession, Page } from '@playwright/test'
import { describe } from '#domain/anchoring/describe'
import type { Project } from '#domain/document/project'
import type { Placement } from '#domain/records/placement'
import { article, Builder } from '#domain/testing/build'
import { articleNamed, withApp } from '../app'
import { LARGE_MAP, WIDE } from '../projects'
import { median } from '../statistics'
import { counting, taskTime } from '../work'
import { weighedMap } from './maps'
import { matrixProject } from './matrix'

const MEASURED = 'The measured article'
const CLAIM = 'What the measured article carries'

/**
 * A project whose large map has all claims of a weighed map, and one more in its corner, which rests on an article of its
 * own and supports the first of the others.
 */
function placedProject(claims: number, relations: number, circle: boolean): Project {
  const builder = new Builder('Benchmark')
  const source = builder.run('source.add', { article: article(MEASURED, 'It carries one claim alone.') })
  const map = builder.run('map.add', { name: LARGE_MAP })
  const own = builder.claim(CLAIM)
  const weighed = weighedMap(claims - 1, relations - 1, circle).project
  const { project } = builder
  const columns = Math.ceil(Math.sqrt((claims * WIDE.y * 1.5) / WIDE.x))
  const stands = { collapsed: false, pinned: false, colour: '' as const, group: '' }
  const placements = [own, ...weighed.claims.keys()].map((claim, i): [string, Placement] => {
    const at = { x: (i % columns) * WIDE.x, y: Math.floor(i / columns) * WIDE.y }
    return [`p${i}`, { id: `p${i}`, map, claim, ...at, ...stands }]
  })
  const passage = describe(project.sources.get(source)!.text, 0, 10)!
  const excerpt = { id: 'own', claim: own, source, ...passage, anchor: 'exact' as const }
  const both = <Row>(a: ReadonlyMap<string, Row>, b: ReadonlyMap<string, Row>) => new Map([...a, ...b])
  const whole = {
    ...project,
    categories: both(weighed.categories, project.categories),
    sources: both(weighed.sources, project.sources),
    claims: both(weighed.claims, project.claims),
    excerpts: new Map(weighed.excerpts).set(excerpt.id, excerpt),
    relations: weighed.relations,
    placements: new Map(placements),
  }
  builder.project = whole
  builder.relation('support', [own], 'c0')
  return builder.project
}

/**
 * The processor time of all that a page does from an action to the frame after the one in which what is read from it has
 * changed, or after the next frame. Milliseconds.
 */
async function worked(
  page: Page,
  session: CDPSession,
  event: 'change' | 'keydown',
  selector: string,
  act: () => Promise<unknown>,
  until: 'changed' | 'next frame' = 'changed',
): Promise<number> {
  await page.evaluate(
    ({ event, selector, until }) => {
      const read = () =>
        [...document.querySelectorAll(selector)]
          .map((each) => `${each.className} ${each.getAttribute('aria-label') ?? ''}`)
          .join()
      const before = read()
      globalThis.measured = clock.after(event, () => until === 'next frame' || read() !== before)
    },
    { event, selector, until },
  )
  const start = await taskTime(session)
  await act()
  await page.evaluate(() => globalThis.measured)
  const work = (await taskTime(session)) - start
  await page.waitForTimeout(400)
  return work * 1000
}

/**
 * What a key and the measuring cost by themselves, in the focused field: a key that does nothing, and the two frames
 * after it. The median, in milliseconds of processor time.
 */
async function costOfMeasuring(page: Page, session: CDPSession, selector: string): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 15; run++)
    times.push(
      await worked(page, session, 'keydown', selector, () => page.keyboard.press('Shift'), 'next frame'),
    )
  return median(times)
}

/** Opens the large map with verdicts shown and the measured card in sight, and selects the measured article. */
async function showVerdicts(page: Page): Promise<void> {
  await page.getByLabel('Open map').selectOption({ label: LARGE_MAP })
  await page.locator('.svelte-flow__node').first().waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find or run a command' }).fill('Show or hide verdicts')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find or run a command' }).fill(CLAIM)
  await page.keyboard.press('Enter')
  await page.locator('.svelte-flow__node .verdict').first().waitFor()
  await articleNamed(page, MEASURED).click()
  await page.waitForTimeout(1000)
}

/**
 * The work from a changed grade, and from supposing a source off, to the verdicts on the cards of an open map. That of a
 * key that does nothing is given beside it, and is not contained in the two.
 */
export function measurePaintedVerdicts(
  circle: boolean,
  runs: number,
): Promise<{ grade: number[]; off: number[]; key: number }> {
  return withApp(placedProject(5000, 7000, circle), async (page) => {
    await showVerdicts(page)
    const session = await counting(page)
    const verdicts = '.svelte-flow__node .verdict'
    const reliability = page.getByRole('region', { name: 'Inspector' }).getByLabel('Reliability')
    await page.getByRole('button', { name: 'Article details', pressed: false }).click()
    const [grade, off]: [number[], number[]] = [[], []]
    // By a key, because choosing an option through Playwright runs code of its own in the page.
    await reliability.selectOption('D')
    await reliability.focus()
    const key = await costOfMeasuring(page, session, verdicts)
    for (let run = 0; run < runs; run++) {
      const arrow = run % 2 === 0 ? 'ArrowDown' : 'ArrowUp'
      grade.push((await worked(page, session, 'change', verdicts, () => page.keyboard.press(arrow))) - key)
    }
    await reliability.selectOption('A')
    await articleNamed(page, MEASURED).focus()
    for (let run = 0; run < runs; run++)
      off.push((await worked(page, session, 'keydown', verdicts, () => page.keyboard.press('x'))) - key)
    return { grade, off, key }
  })
}

/** The work from the key of a rating to the matrix with its scores and linchpin rows, without that of a key. */
export function measurePaintedMatrix(runs: number): Promise<number[]> {
  const { project } = matrixProject()
  const { sources } = placedProject(2, 1, false)
  return withApp({ ...project, sources }, async (page) => {
    await page.keyboard.press('Alt+4')
    const cell = page.getByRole('gridcell', { name: /^E1, H1:/ })
    await cell.click()
    await page.waitForTimeout(1000)
    const session = await counting(page)
    const times: number[] = []
    const own = await costOfMeasuring(page, session, '[role="grid"]')
    await page.keyboard.press('c')
    for (let run = 0; run < runs; run++) {
      await page.keyboard.press('Home')
      await page.keyboard.press('ArrowRight')
      // Its details follow the selected cell a frame later, and are not those of the rating.
      await page.waitForTimeout(400)
      const key = run % 2 === 0 ? 'Shift+I' : 'n'
      const head = '[role="grid"] [role="columnheader"], [role="grid"] [role="gridcell"]'
      times.push((await worked(page, session, 'keydown', head, () => page.keyboard.press(key))) - own)
    }
    return times
  })
}

/** The processor time to open a large map with verdicts on its cards and without, in turn. Milliseconds. */
export function measureOpening(runs: number): Promise<{ shown: number[]; hidden: number[] }> {
  return withApp(placedProject(5000, 7000, false), async (page, reopen) => {
    const [shown, hidden]: [number[], number[]] = [[], []]
    for (let run = 0; run < 2 * runs; run++) {
      await page.keyboard.press('v')
      await page.getByLabel('Open map').selectOption({ index: 0 })
      await page.waitForTimeout(800)
      await reopen()
      const session = await counting(page)
      const open = () => page.getByLabel('Open map').selectOption({ label: LARGE_MAP })
      const time = await worked(page, session, 'change', '.svelte-flow__node', open)
      ;(run % 2 === 0 ? shown : hidden).push(time)
      await page.waitForTimeout(1500)
    }
    return { shown, hidden }
  })
}
