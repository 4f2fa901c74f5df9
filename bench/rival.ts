import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import type { Project } from '#domain/document/project'
import type { Source } from '#domain/records/source'
import { installedChromium } from '../scripts/chromium.mjs'
import { CHROMIUM_ARGS } from '../e2e/support/browser-app'
import { addClock, framesWhileScrolling } from './clock'
import type { Reading } from './reader'
import type { createRival, Mark } from './rival-page'
import { percentile } from './statistics'

declare global {
  var Rival: { createRival: typeof createRival }
  var rival: ReturnType<typeof createRival>
}

/** The pane and the text have the size of Counterpoint's reader. */
const STYLE = `
  body { margin: 0 }
  #pane { position: relative; width: 420px; height: 720px; overflow: auto; font: 18px/1.6 serif }
  p { margin: 0 0 0.85em; white-space: pre-line }
`

/** Shows the text as Counterpoint does, with the text between paragraphs, so that offsets are the same. */
async function showText(page: Page, source: Source): Promise<void> {
  await page.setContent(`<style>${STYLE}</style><div id="pane"><article></article></div>`)
  const style = createRequire(import.meta.url).resolve('@recogito/text-annotator/text-annotator.css')
  await page.addStyleTag({ path: style })
  await page.addScriptTag({ path: join(import.meta.dirname, 'rival', 'rival-page.js') })
  await addClock(page)
  await page.evaluate(({ text, blocks }) => {
    const article = document.querySelector('article')!
    let end = 0
    for (const block of blocks) {
      const paragraph = document.createElement('p')
      paragraph.textContent = text.slice(block.start, block.end)
      article.append(text.slice(end, block.start), paragraph)
      end = block.end
    }
  }, source)
  await page.waitForTimeout(300)
}

/** From passing the marks to the frame after the one that shows them. */
const load = (page: Page, marks: readonly Mark[]): Promise<number> =>
  page.evaluate(async (marks) => {
    globalThis.rival = Rival.createRival(document.querySelector('article')!)
    await clock.frame()
    const start = performance.now()
    rival.load(marks)
    while (!document.querySelector('.r6o-annotation')) await clock.frame()
    return (await clock.frame()) - start
  }, marks)

/** Milliseconds to find the marks under a point: two hundred points all over the visible part. */
const hitAround = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { width, top } = document.querySelector('article')!.getBoundingClientRect()
    const start = performance.now()
    for (let index = 0; index < 200; index++) {
      rival.at(((index * 0.6180339887) % 1) * width, 20 - top + (index / 200) * 680)
    }
    return (performance.now() - start) / 200
  })

/** From adding a visible mark to the frame after the one that shows it. */
async function add(page: Page, run: number): Promise<number> {
  await page.waitForTimeout(500)
  return page.evaluate(async (run) => {
    const id = `added${run}`
    const start = performance.now()
    rival.add({ id, start: 200 + run, end: 260 + run, quote: '' })
    const isThere = () => document.querySelector(`[data-annotation="${id}"]`)
    while (!isThere()) await clock.frame()
    return (await clock.frame()) - start
  }, run)
}

/** Measures the annotator on a page of its own, with the same text and marks. */
export async function measureRival(
  { project, source }: { project: Project; source: Source },
  runs: number,
): Promise<Omit<Reading, 'addWork'>> {
  const marks = [...project.excerpts.values()].map(({ id, start, end, exact }) => {
    return { id, start, end, quote: exact }
  })
  const executablePath = installedChromium()
  const browser = await chromium.launch({ args: CHROMIUM_ARGS, ...(executablePath && { executablePath }) })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(120_000)
  const reading: Omit<Reading, 'addWork'> = { open: [], scrolling: [], hit: [], add: [] }
  for (let run = 0; run < runs; run++) {
    await showText(page, source)
    reading.open.push(await load(page, marks))
    reading.add.push(await add(page, run))
    reading.hit.push(await hitAround(page))
    reading.scrolling.push(percentile(await framesWhileScrolling(page, '#pane'), 0.95))
  }
  await browser.close()
  return reading
}
