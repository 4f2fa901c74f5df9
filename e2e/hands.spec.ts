import { expect, test } from './support/app'
import { boxAtRest } from './support/box'
import { card, inspector, map, newClaim, startProject } from './support/desk'

const HEDGING = 'The purchase is pragmatic hedging'
const OTHER = 'Sanctions would hurt'
const ARABIC = 'هل الجسر مغلق؟'

test('the wheel pans the map, with Ctrl it zooms, the middle button and Space drag it', async ({ app }) => {
  const { page } = app
  await startProject(app, 'Hands')
  await newClaim(page, HEDGING)
  await page.keyboard.press('Escape')
  const there = () => boxAtRest(card(page, HEDGING))
  const pane = await boxAtRest(map(page).locator('.svelte-flow__pane'))
  const at = { x: pane.x + pane.width * 0.8, y: pane.y + pane.height * 0.8 }
  const zoom = map(page).getByRole('button', { name: /^Zoom: \d+ %$/ })
  const percent = async () => Number(/\d+/.exec((await zoom.textContent())!)![0])
  const before = await there()

  await page.mouse.move(at.x, at.y)
  await page.mouse.wheel(40, 60)
  await expect.poll(async () => before.y - (await there()).y).toBeGreaterThan(20)
  expect((await there()).x).toBeLessThan(before.x)
  expect((await there()).width).toBeCloseTo(before.width, 0)

  const scale = await percent()
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, 120)
  await page.keyboard.up('Control')
  await expect.poll(percent).toBeLessThan(scale)

  for (const [button, key] of [
    ['middle', undefined],
    ['left', 'Space'],
  ] as const) {
    const from = await there()
    if (key) await page.keyboard.down(key)
    await page.mouse.move(at.x, at.y)
    await page.mouse.down({ button })
    await page.mouse.move(at.x - 30, at.y - 40, { steps: 4 })
    await page.mouse.up({ button })
    if (key) await page.keyboard.up(key)
    await expect.poll(async () => Math.round(from.x - (await there()).x)).toBe(30)
  }

  await zoom.click()
  await page.getByRole('menuitem', { name: '100 %' }).click()
  await expect.poll(percent).toBe(100)
  await expect(map(page).getByRole('button', { name: 'Zoom: 100 %' })).toBeVisible()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('Zoom the map with the wheel')
  await page.keyboard.press('Enter')
  await page.mouse.move(at.x, at.y)
  await page.mouse.wheel(0, 120)
  await expect.poll(percent).toBeLessThan(100)

  await test.step('Escape in a drag leaves the card where it was', async () => {
    const from = await there()
    const [x, y] = [from.x + from.width / 2, from.y + from.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + 70, y + 50, { steps: 5 })
    await expect.poll(async () => (await there()).x).toBeGreaterThan(from.x + 20)
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect.poll(async () => Math.round((await there()).x - from.x)).toBe(0)
    expect(Math.round((await there()).y - from.y)).toBe(0)
  })

  await test.step('words from elsewhere are pasted as a claim', async () => {
    await page.mouse.click(at.x, at.y)
    await page.evaluate((words) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', words)
      const how = { clipboardData, bubbles: true, cancelable: true }
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', how))
    }, ` ${OTHER}\n`)
    await expect(card(page, OTHER)).toBeVisible()
  })

  await test.step('a clipboard without words is said to have none', async () => {
    await page.mouse.click(at.x, at.y)
    await page.evaluate(() => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File(['x'], 'picture.png', { type: 'image/png' }))
      const how = { clipboardData, bubbles: true, cancelable: true }
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', how))
    })
    await expect(page.getByText('the clipboard has no plain text')).toBeVisible()
  })

  await test.step('words from right to left run so in the palette as well', async () => {
    await page.keyboard.press('Escape')
    await newClaim(page, ARABIC)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.keyboard.type(ARABIC)
    const row = page.getByRole('dialog').getByText(ARABIC, { exact: true })
    await expect(row).toHaveCSS('direction', 'rtl')
    await page.keyboard.press('Escape')
  })

  await test.step('Escape while a link is dragged makes none', async () => {
    await card(page, OTHER).hover()
    const dot = card(page, OTHER).locator(
      'xpath=following-sibling::*[contains(@class, "svelte-flow__handle")]',
    )
    const line = map(page).locator('.svelte-flow__connection')
    for (const isGivenUp of [true, false]) {
      const from = await boxAtRest(dot)
      const to = await boxAtRest(card(page, ARABIC))
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
      await page.mouse.down()
      await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 })
      await expect(line).toBeVisible()
      if (isGivenUp) {
        await page.keyboard.press('Escape')
        await expect(line).toBeHidden()
      }
      await page.mouse.up()
      await expect(page.getByRole('menu')).toHaveCount(isGivenUp ? 0 : 1)
    }
  })
})

test('a new map and a new group start in their names; Enter and Escape leave any field', async ({ app }) => {
  const { page } = app
  const press = page.keyboard
  await startProject(app, 'Names')
  await map(page).getByRole('button', { name: 'New map' }).click()
  await expect(page.getByLabel('Map name')).toBeFocused()
  await press.type('Rivals')
  await press.press('Enter')
  await expect(page.getByLabel('Map name')).toHaveValue('Rivals')
  await newClaim(page, OTHER)
  await newClaim(page, HEDGING)
  await press.press('f')
  await press.press('Control+a')
  await press.press('Control+g')
  await expect(map(page).getByLabel('Title of the group')).toBeFocused()
  await press.type('Readings')
  await press.press('Enter')
  await expect(map(page).getByRole('region', { name: 'Group: Readings' })).toBeVisible()

  await press.press('Escape')
  await card(page, HEDGING).click()
  const wording = inspector(page).getByLabel('Wording')
  await wording.click()
  await press.press('Control+End')
  await press.type(' of')
  await press.press('Shift+Enter')
  await press.type('a kind')
  await press.press('Enter')
  await expect(wording).not.toBeFocused()
  await expect(wording).toHaveValue(`${HEDGING} of\na kind`)
  await press.press('2')
  await expect(inspector(page).getByLabel('Category')).toHaveValue('assumption')
  for (const [field, key] of [
    [inspector(page).getByLabel('Tags'), 'Enter'],
    [inspector(page).getByLabel('Tags'), 'Escape'],
    [inspector(page).getByLabel('Note', { exact: true }), 'Escape'],
    [page.getByLabel('Filter the list'), 'Escape'],
  ] as const) {
    await field.focus()
    await press.press(key)
    await expect(field).not.toBeFocused()
  }
  await press.press('1')
  await expect(inspector(page).getByLabel('Category')).toHaveValue('evidence')
})
