import { expect, test } from './support/app'
import { boxAtRest } from './support/box'
import { card, inspector, newClaim, startProject } from './support/desk'

test('the width of a pane is saved once, when its divider is released, and kept after a restart', async ({
  app,
}) => {
  test.skip(app.target === 'electron', 'requests are seen only where they go over HTTP')
  const { page } = app
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  const divider = page.getByRole('separator', { name: 'Width of the library' })
  await expect(divider).toHaveAttribute('aria-valuenow', '18')
  const box = await boxAtRest(divider)
  const writes: (string | null)[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/settings.write')) writes.push(request.postData())
  })
  await page.mouse.move(box.x, box.y + 300)
  await page.mouse.down()
  await page.mouse.move(box.x + 100, box.y + 300, { steps: 30 })
  const written = page.waitForResponse('**/api/settings.write')
  await page.mouse.up()
  await written
  const kept = Number(await divider.getAttribute('aria-valuenow'))
  expect(kept).toBeGreaterThan(18)
  expect(writes).toEqual([expect.stringMatching(/^\{"libraryWidth":[\d.]+\}$/)])

  await app.restart()
  await app.page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(app.page.getByRole('separator', { name: 'Width of the library' })).toHaveAttribute(
    'aria-valuenow',
    String(kept),
  )
})

test('the marks beside an article have the colours of the theme, even after it changes', async ({ app }) => {
  const { page } = app
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  const canvases = page.getByRole('region', { name: 'Reader' }).locator('canvas')
  const drawn = () =>
    canvases.evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()))
  await expect(canvases).toHaveCount(2)
  // Both are drawn a moment after the text: they have come to rest when two looks are alike.
  let light: string[] = []
  await expect
    .poll(async () => {
      const before = light
      light = await drawn()
      return JSON.stringify(before) === JSON.stringify(light)
    })
    .toBe(true)
  await page.emulateMedia({ colorScheme: 'dark' })
  for (const index of [0, 1])
    await expect.poll(async () => (await drawn())[index] === light[index]).toBe(false)
})

test('settings are changed in one dialog, apply at once and are kept', async ({ app }) => {
  const { page } = app
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await page.getByRole('button', { name: 'Help and settings' }).click()
  await page.getByRole('menuitem', { name: 'Settings…' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  const choose = (group: string, choice: string) =>
    settings.getByRole('group', { name: group }).getByRole('radio', { name: choice }).check()
  await choose('Theme', 'Dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await choose('Size of the interface', 'Large')
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).fontSize))
    .toBe('18px')
  await choose('Inspector', 'Always show')
  await page.keyboard.press('Escape')
  await expect(inspector(page)).toContainText('Nothing selected')
  await newClaim(page, 'Taken back at once')
  await expect(inspector(page)).toHaveText(/^Claim/)
  await page.keyboard.press('Control+z')
  await expect(inspector(page)).toHaveText(/^Inspector\s*Nothing selected/)

  await app.restart()
  await app.page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(inspector(app.page)).toContainText('Nothing selected')
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await app.page.keyboard.press('F1')
  await expect(app.page.getByRole('dialog', { name: 'Help' })).toContainText('contradicts: both cannot hold')
})

test('initials stand at what was made since, are found, and are in a report if wanted', async ({ app }) => {
  const { page } = app
  const signed = 'A claim that is signed'
  await startProject(app, 'Signed')
  await newClaim(page, 'A claim that nobody signed')
  await expect(inspector(page).getByLabel('Wording')).toHaveValue('A claim that nobody signed')
  await expect(inspector(page).getByText('Made by')).toHaveCount(0)

  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByLabel('Your initials').fill('QXY')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(settings).toHaveCount(0)
  await newClaim(page, signed)
  await expect(inspector(page).getByText('Made by QXY')).toBeVisible()

  await page.keyboard.press('Control+Shift+f')
  const search = page.getByRole('dialog', { name: 'Find in everything' })
  await search.getByRole('combobox', { name: 'Find in everything' }).fill('qxy')
  const found = search.getByRole('listbox', { name: 'Found' }).getByRole('option')
  await expect(found).toHaveCount(1)
  await expect(found).toContainText(signed)
  await page.keyboard.press('Escape')
  await expect(card(page, signed)).toBeVisible()

  const dialog = page.getByRole('dialog', { name: 'Export' })
  const report = await app.nextSave(async () => {
    await page.keyboard.press('Control+e')
    await dialog.getByRole('radio', { name: 'Report', exact: true }).check()
    await dialog.getByLabel('Report (Markdown)').check()
    await dialog.getByLabel('Who made it').check()
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(dialog).toHaveCount(0)
  })
  expect(report.bytes.toString().match(/.*QXY.*/g)).toEqual([expect.stringContaining('by QXY')])
})
