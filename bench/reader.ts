import type { Page } from '@playwright/test'
import { articleNamed, sourcesOf, withApp } from './app'
import { framesWhileScrolling } from './clock'
import { markedProject } from './projects'
import { percentile } from './statistics'

type Measured = { shown: number; work: number }

/** The marks added in each run, one after the other, as an analyst does. */
const MARKS = 4

export interface Reading {
  /** From the click in the library to the frame after the one with the passages. */
  readonly open: number[]
  readonly scrolling: number[]
  readonly hit: number[]
  /** From the key to the frame after the one with the new mark. */
  readonly add: number[]
  /** The part of that time in which the page was busy. */
  readonly addWork: number[]
}

/** Opens the article by a click and waits for its marks, or for that many blocks. */
async function openArticle(page: Page, shows: 'marks' | number): Promise<number> {
  await page.evaluate((shows) => {
    const isPainted = () => [...CSS.highlights.keys()].some((name) => name.startsWith('passage-'))
    const isLong = () => document.querySelectorAll('article [data-start]').length >= Number(shows)
    globalThis.measured = clock.after('click', shows === 'marks' ? isPainted : isLong)
  }, shows)
  await articleNamed(page, 'The long article').click()
  return ((await page.evaluate(() => globalThis.measured)) as Measured).shown
}

/** Shows another article, because a project opens at the article shown last. */
async function leaveArticle(page: Page): Promise<void> {
  await sourcesOf(page).first().click()
  await page.waitForTimeout(500)
}

/** Moves the cursor to the next sentence and marks it with a category's key. */
async function markBySentence(page: Page): Promise<Measured> {
  await page.keyboard.press('j')
  await page.waitForTimeout(300)
  await page.evaluate(() => {
    // The passages of the selected claim, which is the new one as soon as its mark is painted.
    const marked = () => CSS.highlights.get('passage-selected')
    const before = marked()
    globalThis.measured = clock.after('keydown', () => marked() !== undefined && marked() !== before)
  })
  // Held down during the measurement, as by a finger, because releasing a key is work of its own.
  await page.keyboard.down('1')
  const measured = (await page.evaluate(() => globalThis.measured)) as Measured
  await page.keyboard.up('1')
  await page.waitForTimeout(300)
  return measured
}

/** Milliseconds of handling a click on the text: two hundred clicks all over the visible part. */
const clickAround = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const article = document.querySelector('article')!
    const { left, width } = article.getBoundingClientRect()
    const pane = article.parentElement!.getBoundingClientRect()
    const clicks = Array.from({ length: 200 }, (_, index) => {
      const clientX = left + ((index * 0.6180339887) % 1) * width
      const clientY = pane.top + 20 + (index / 200) * (pane.height - 40)
      return new MouseEvent('click', { bubbles: true, clientX, clientY })
    })
    const start = performance.now()
    for (const click of clicks) article.dispatchEvent(click)
    return (performance.now() - start) / clicks.length
  })

/** Measures the reader with an article full of marks. */
export function measureReader({ project }: ReturnType<typeof markedProject>, runs: number): Promise<Reading> {
  return withApp(project, async (page, reopen) => {
    const open = [await openArticle(page, 'marks')]
    for (let run = 1; run < runs; run++) {
      await leaveArticle(page)
      await reopen()
      open.push(await openArticle(page, 'marks'))
    }
    const scrolling: number[] = []
    for (let run = 0; run < runs; run++) {
      await page.locator('article').evaluate((article) => article.parentElement!.scrollTo(0, 0))
      scrolling.push(percentile(await framesWhileScrolling(page, '[aria-label="Article"]'), 0.95))
    }
    const hit: number[] = []
    for (let run = 0; run < runs; run++) {
      hit.push(await clickAround(page))
      await page.waitForTimeout(200)
    }
    await page.keyboard.press('Escape')
    const marks: Measured[] = []
    for (let mark = 0; mark < MARKS * runs; mark++) marks.push(await markBySentence(page))
    const [add, addWork] = [marks.map(({ shown }) => shown), marks.map(({ work }) => work)]
    return { open, scrolling, hit, add, addWork }
  })
}

/** Measures opening a very long article and scrolling in it. */
export function measureLong(characters: number, runs: number): Promise<Pick<Reading, 'open' | 'scrolling'>> {
  const { project, source } = markedProject(characters, 0)
  return withApp(project, async (page, reopen) => {
    const open = [await openArticle(page, source.blocks.length)]
    const scrolling = [percentile(await framesWhileScrolling(page, '[aria-label="Article"]'), 0.95)]
    while (open.length < runs) {
      await leaveArticle(page)
      await reopen()
      open.push(await openArticle(page, source.blocks.length))
      scrolling.push(percentile(await framesWhileScrolling(page, '[aria-label="Article"]'), 0.95))
    }
    return { open, scrolling }
  })
}
