import type { Page } from '@playwright/test'
import { withApp } from './app'
import { addClock } from './clock'
import { choose } from './map-moves'
import { LARGE_MAP, type mapProject } from './projects'

const CARDS = '.svelte-flow__node'

async function showMap(page: Page): Promise<void> {
  await page.getByLabel('Open map').selectOption({ label: LARGE_MAP })
  await page.locator(CARDS).first().waitFor()
  await page.waitForTimeout(1500)
}

/** The moment, in milliseconds since 1970, of the frame after the one with a card in another place. */
const watch = (page: Page, claim: string): Promise<void> =>
  page.evaluate((claim) => {
    const card = document.querySelector(`.svelte-flow__node[data-id="${claim}"]`)!
    globalThis.measured = new Promise((done) => {
      const observer = new MutationObserver(() => {
        observer.disconnect()
        void clock
          .frame()
          .then(clock.frame)
          .then((now) => done(performance.timeOrigin + now))
      })
      observer.observe(card, { attributes: true, attributeFilter: ['style'] })
    })
  }, claim)

/**
 * Measures how soon another window shows a change: from releasing an arrow key that moved a card, which makes the patch,
 * to the frame after the one with the card in its new position in the other window.
 */
export function measureLive({ project }: ReturnType<typeof mapProject>, runs: number): Promise<number[]> {
  return withApp(project, async (page, _, nextWindow) => {
    await showMap(page)
    const other = await nextWindow(() => page.keyboard.press('Alt+Shift+N'))
    await showMap(other)
    await addClock(other)
    await choose(page)
    const claim = await page.locator(`${CARDS}.selected`).getAttribute('data-id')
    const times: number[] = []
    while (times.length < runs) {
      await watch(other, claim!)
      await page.evaluate(() => {
        globalThis.measured = new Promise((done) =>
          addEventListener('keyup', ({ timeStamp }) => done(performance.timeOrigin + timeStamp), {
            capture: true,
            once: true,
          }),
        )
      })
      await page.keyboard.press('ArrowRight')
      const [start, shown] = await Promise.all(
        [page, other].map((each) => each.evaluate(() => globalThis.measured as Promise<number>)),
      )
      times.push(shown! - start!)
      await page.waitForTimeout(500)
    }
    return times
  })
}
