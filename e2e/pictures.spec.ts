import type { Locator } from '@playwright/test'
import mammoth from 'mammoth'
import { expect, test } from './support/app'
import { violations } from './support/axe'
import { card, inspector } from './support/desk'

const HEDGING = 'The S-400 purchase is pragmatic hedging'
/** The picture of the map in the preview of a report. */
const pictureIn = (preview: Locator) => preview.getByRole('img', { name: /^Picture of the map “/ })

test('a map can be exported as a PDF of a branch with caveat and numbered sources, and copied as a picture', async ({
  app,
}) => {
  const { page } = app
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await card(page, HEDGING).click()
  await expect(inspector(page).getByLabel('Wording')).toBeVisible()

  const dialog = page.getByRole('dialog', { name: 'Export' })
  const pdf = await app.nextSave(async () => {
    await page.keyboard.press('Control+e')
    await dialog.getByLabel('Picture (PDF)').check()
    await dialog.getByLabel('Part').selectOption({ label: `The branch under “${HEDGING}”` })
    await dialog.getByLabel('Paper').selectOption('A4')
    await dialog.getByLabel('Numbered sources').check()
    await dialog.getByLabel('Text of the caveat').fill('Nobody here has seen the contract.')
    await test.step('the preview shows the page, the report and the data that will come out', async () => {
      const preview = dialog.getByRole('region', { name: 'Preview' })
      await expect(preview.getByRole('status')).toHaveText(/^\d pages? · wording of [\d.]+ points$/)
      const sheet = preview.getByRole('img').first()
      await expect(sheet).toBeVisible()
      await dialog.getByLabel('Orientation').selectOption('Portrait')
      await expect(sheet).toHaveAttribute('width', '595')
      expect(await violations(page)).toEqual([])
      await dialog.getByRole('radio', { name: 'Report', exact: true }).check()
      await expect(preview).toContainText(`1 ${HEDGING}`)
      await expect(pictureIn(preview)).toBeVisible()
      expect(await violations(page)).toEqual([])
      await dialog.getByLabel('Picture of the map').uncheck()
      await expect(pictureIn(preview)).toHaveCount(0)
      await expect(preview).toContainText(`1 ${HEDGING}`)
      await dialog.getByRole('radio', { name: 'Data', exact: true }).check()
      await dialog.getByLabel('Argument (Argdown)').check()
      await expect(preview).toContainText('Nobody here has seen the contract.')
      expect(await violations(page)).toEqual([])
      await dialog.getByRole('radio', { name: 'Picture', exact: true }).check()
    })
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(dialog).toHaveCount(0)
  })
  expect(pdf.fileName).toMatch(/\.pdf$/)
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')

  const svg = await app.nextSave(async () => {
    await page.keyboard.press('Control+e')
    await expect(dialog.getByLabel('Picture (PDF)')).toBeChecked()
    await expect(dialog.getByLabel('Text of the caveat')).toHaveValue('Nobody here has seen the contract.')
    await dialog.getByLabel('Picture (SVG)').check()
    await expect(dialog.getByLabel('Paper')).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(dialog).toHaveCount(0)
  })
  expect(svg.bytes.toString()).toContain('Nobody here has seen the contract.')
  expect(svg.bytes.toString()).toContain('data-notes')
  expect(svg.bytes.toString()).toContain('political')

  // Only the browser's clipboard can be read by a test.
  if (app.target === 'electron') return
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await card(page, HEDGING).focus()
  await page.keyboard.press('Control+Shift+c')
  await expect(page.getByText('The map was copied as a picture.')).toBeVisible()
  const kinds = await page.evaluate(async () =>
    (await navigator.clipboard.read()).flatMap(({ types }) => types),
  )
  expect(kinds).toEqual(['image/png'])
})

test('reports in Word and as a web page begin with the picture of the map that the preview shows', async ({
  app,
}) => {
  const { page } = app
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(card(page, HEDGING)).toBeVisible()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const exported = (format: string) =>
    app.nextSave(async () => {
      await page.keyboard.press('Control+e')
      await dialog.getByRole('radio', { name: 'Report', exact: true }).check()
      await dialog.getByLabel(format).check()
      await expect(pictureIn(dialog)).toBeVisible()
      await dialog.getByRole('button', { name: 'Export', exact: true }).click()
      await expect(dialog).toHaveCount(0)
    })
  const word = await exported('Report (Word)')
  const { value } = await mammoth.convertToHtml({ buffer: word.bytes })
  expect(value).toMatch(
    /<img alt="Picture of the map “[^"]*: \d+ claims and \d+ relations[^"]*" src="data:image\/png;base64,iVBOR/,
  )

  const web = (await exported('Report (web page)')).bytes.toString()
  const [, svg] = /<figure>(<svg [^]*?<\/svg>)/.exec(web)!
  expect(svg).toMatch(/role="img"><title>Picture of the map “/)
  expect(svg).toContain(HEDGING.split(' ')[0])
  expect(web).toContain('@font-face{font-family:Inter')
  expect(web).not.toContain('<script')
})
