import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app'
import { boxAtRest } from './support/box'
import { card, inspector, library, map, reader } from './support/desk'
import { BRIBERY, cards, HEDGING, openSample } from './support/sample-map'

/** The scale of the map and its place in the pane. */
const viewport = (page: Page): Promise<number[]> =>
  map(page)
    .locator('.svelte-flow__viewport')
    .first()
    .evaluate((element) => {
      const { a, e, f } = new DOMMatrix(getComputedStyle(element).transform)
      return [a, e, f].map((value) => Math.round(value * 100) / 100)
    })

test('in Map view the map has the window to itself, and the inspector comes and goes beside it', async ({
  app,
}) => {
  const { page } = app
  await openSample(app)
  await expect(library(page)).toBeHidden()
  await expect(reader(page)).toBeHidden()
  await expect(inspector(page)).toBeHidden()
  const { width, height } = await boxAtRest(map(page))
  const window = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))
  expect((width * height) / (window.width * window.height)).toBeGreaterThanOrEqual(0.85)

  // The card at the right would be behind the inspector if the map stayed where it is.
  await card(page, BRIBERY).click()
  await expect(inspector(page)).toBeVisible()
  const [panel, selected] = [await boxAtRest(inspector(page)), await boxAtRest(card(page, BRIBERY))]
  expect(selected.x + selected.width).toBeLessThanOrEqual(panel.x)
  await page.keyboard.press('Escape')
  await expect(inspector(page)).toBeHidden()
})

test('a map that is in sight as a whole stays so when the inspector opens, and is back where it was when it closes', async ({
  app,
}) => {
  const { page } = app
  await openSample(app)
  // A layout in the shape of the pane, which the inspector then makes narrower.
  await page.keyboard.press('Shift+T')
  await page.keyboard.press('f')
  const fitted = await viewport(page)
  const fromLeft = async () => {
    const boxes = await cards(page).evaluateAll((all) => all.map((each) => each.getBoundingClientRect()))
    const pane = await boxAtRest(map(page))
    return {
      left: Math.min(...boxes.map(({ left }) => left)) - pane.x,
      right: pane.x + pane.width - Math.max(...boxes.map(({ right }) => right)),
    }
  }
  await card(page, HEDGING).click()
  await expect(inspector(page)).toBeVisible()
  await expect.poll(async () => (await fromLeft()).right).toBeGreaterThanOrEqual(0)
  expect((await fromLeft()).left).toBeGreaterThanOrEqual(0)
  await map(page).focus()
  await page.keyboard.press('Escape')
  await expect(inspector(page)).toBeHidden()
  await expect.poll(() => viewport(page)).toEqual(fitted)

  await test.step('a map that was moved since stays where it was moved', async () => {
    await card(page, HEDGING).click()
    await expect(inspector(page)).toBeVisible()
    await map(page).getByRole('button', { name: 'Zoom In' }).click()
    const moved = await viewport(page)
    await map(page).focus()
    await page.keyboard.press('Escape')
    await expect(inspector(page)).toBeHidden()
    expect(await viewport(page)).toEqual(moved)
  })
})

test('beside reader and map in a small window the inspector covers neither the map, nor a word, nor the library', async ({
  app,
}) => {
  const { page } = app
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(card(page, BRIBERY)).toBeVisible()
  await test.step('in 640 pixels, and so at 200 % zoom, every button is inside the window', async () => {
    await page.setViewportSize({ width: 640, height: 720 })
    for (const name of ['Fit map', 'Outline', 'New claim', 'Help and settings', 'Export', 'Both'])
      await expect(page.getByRole('button', { name, exact: true }).first()).toBeInViewport({ ratio: 1 })
    await page.setViewportSize({ width: 1280, height: 800 })
  })
  await page.keyboard.press('f')
  const [mapBefore, libraryBefore] = [await boxAtRest(map(page)), await boxAtRest(library(page))]
  await card(page, BRIBERY).click()
  await expect(inspector(page)).toBeVisible()
  expect(await boxAtRest(map(page))).toEqual(mapBefore)
  expect(await boxAtRest(library(page))).toEqual(libraryBefore)
  const panel = await boxAtRest(inspector(page))
  expect(panel.x + panel.width).toBeLessThanOrEqual(mapBefore.x)
  const article = await boxAtRest(reader(page))
  expect(article.y + article.height).toBeLessThanOrEqual(panel.y)
  await page.setViewportSize({ width: 1920, height: 1080 })
  // The map gives way a moment after the window has changed, so that both are measured anew each time.
  await expect
    .poll(async () => {
      const pane = await boxAtRest(map(page))
      return (await boxAtRest(inspector(page))).x - (pane.x + pane.width)
    })
    .toBeGreaterThanOrEqual(0)
})

test('a passage that is marked stays in sight when the inspector opens below it', async ({ app }) => {
  const { page } = app
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(card(page, BRIBERY)).toBeVisible()
  const paragraph = reader(page).locator('article > p[data-start]').nth(1)
  const { x, y } = await boxAtRest(paragraph)
  const pane = await boxAtRest(reader(page))
  expect(y, 'in the lower half of the pane').toBeGreaterThan(pane.y + pane.height / 2)
  await page.mouse.move(x + 4, y + 14)
  await page.mouse.down()
  await page.mouse.move(x + 200, y + 44, { steps: 5 })
  await page.mouse.up()
  await page.keyboard.press('2')
  await expect(inspector(page)).toBeVisible()
  const panel = await boxAtRest(inspector(page))
  await expect.poll(async () => (await boxAtRest(paragraph)).y + 50).toBeLessThan(panel.y)
})

test('library and inspector close and open by key, button and divider, and are left as they were', async ({
  app,
}) => {
  const { page } = app
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(library(page)).toBeVisible()
  await page.getByRole('separator', { name: 'Width of the library' }).dblclick()
  await expect(library(page)).toBeHidden()
  await page.keyboard.press('Alt+Shift+L')
  await expect(library(page)).toBeVisible()
  await page.getByRole('button', { name: 'Hide the library' }).click()
  await expect(library(page)).toBeHidden()

  await card(page, BRIBERY).click()
  await inspector(page).getByRole('button', { name: 'Close the inspector' }).click()
  await expect(inspector(page)).toBeHidden()
  await app.restart()
  await app.page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(library(app.page)).toBeHidden()
  await card(app.page, BRIBERY).click()
  await expect(card(app.page, BRIBERY)).toHaveClass(/selected/)
  await expect(inspector(app.page)).toBeHidden()
  await app.page.keyboard.press('Alt+Shift+I')
  await expect(inspector(app.page).getByLabel('Wording')).toHaveValue(BRIBERY)
  await app.page.keyboard.press('Alt+Shift+I')
  await expect(inspector(app.page)).toBeHidden()
})

test('a map is where it was left, after another map and after the page is loaded again', async ({ app }) => {
  const { page } = app
  await openSample(app)
  const place = () => viewport(page)
  for (let times = 0; times < 3; times++) await map(page).getByRole('button', { name: 'Zoom In' }).click()
  const left = await place()
  // At once: Svelte Flow tells the end of a move only later, because a wheel may go on turning.
  const name = (await page.getByLabel('Map name').inputValue())!
  const id = () => page.getByLabel('Open map').inputValue()
  const shown = async () => {
    const settings = await readFile(join(app.dataFolder, 'settings.json'), 'utf8')
    return (JSON.parse(settings) as { shown: { map: string }[] }).shown.at(-1)!.map
  }
  await map(page).getByRole('button', { name: 'New map' }).click()
  await expect(page.getByLabel('Map name')).not.toHaveValue(name)
  // Or the first map, which was stored before, would be taken for stored again.
  const another = await id()
  await expect.poll(shown).toBe(another)
  await page.getByLabel('Open map').selectOption(name)
  await expect.poll(place).toEqual(left)

  // A window of the desktop edition is not loaded again.
  if (app.target === 'electron') return
  const first = await id()
  await expect.poll(shown).toBe(first)
  await page.reload()
  await expect(card(page, BRIBERY)).toBeVisible()
  await expect.poll(place).toEqual(left)
})

test('no pane moves while a card is dragged, or clicked twice, or a word is clicked twice', async ({
  app,
}) => {
  const { page } = app
  await page.setViewportSize({ width: 1600, height: 900 })
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  const bribery = card(page, BRIBERY)
  await expect(bribery).toBeVisible()
  await page.keyboard.press('f')
  const at = await boxAtRest(bribery)
  const middle = { x: at.x + at.width / 2, y: at.y + at.height / 2 }

  await test.step('a drag moves the card by as much as the pointer', async () => {
    await page.mouse.move(middle.x, middle.y)
    await page.mouse.down()
    await page.mouse.move(middle.x + 40, middle.y + 30, { steps: 4 })
    expect((await boxAtRest(bribery)).x - at.x).toBeGreaterThan(20)
    await page.mouse.up()
    await expect(inspector(page).getByLabel('Wording')).toHaveValue(BRIBERY)
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Escape')
    await expect(inspector(page)).toBeHidden()
  })
  await test.step('a double click opens the wording of the card', async () => {
    await bribery.dblclick()
    await expect(map(page).getByRole('textbox', { name: 'Wording' })).toBeFocused()
    await page.keyboard.press('Escape')
  })
  await test.step('a double click on a word selects that word, although the first click closes the inspector', async () => {
    await expect(inspector(page)).toBeVisible()
    const paragraph = reader(page).locator('article > p[data-start]').nth(1)
    await paragraph.scrollIntoViewIfNeeded()
    const { x, y } = await boxAtRest(paragraph)
    const word = { x: x + 60, y: y + 12 }
    const wordThere = () =>
      page.evaluate(({ x, y }) => {
        const { offsetNode, offset } = document.caretPositionFromPoint(x, y)!
        const text = offsetNode.textContent!
        return /\S*$/.exec(text.slice(0, offset))![0] + /^[\w’]*/.exec(text.slice(offset))![0]
      }, word)
    const expected = await wordThere()
    await page.mouse.dblclick(word.x, word.y)
    await expect.poll(() => page.evaluate(() => String(getSelection()).trim())).toBe(expected)
    await expect(inspector(page)).toBeHidden()
  })
})
