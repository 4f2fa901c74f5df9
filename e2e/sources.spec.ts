import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/app'
import { expectNoViolations } from './support/axe'
import {
  card,
  importFiles,
  inspector,
  library,
  openArticle,
  reader,
  saved,
  selectWords,
  startProject,
} from './support/desk'

const COPIED =
  'Engineers at the Halvern reservoir opened two sluice gates before midnight because melting snow had lifted the water above the spillway.'
const ARTICLES: readonly (readonly [string, string, string])[] = [
  ['Gates opened at Halvern', COPIED, 'ORDAN (Reuters) – The mayor asked for calm.'],
  [
    'Valley flees rising water',
    COPIED.replace('two', 'three'),
    'A farmer filmed the torrent. Reuters contributed.',
  ],
  [
    'The keeper of the gates',
    'He told us how he had turned the wheels by hand in the dark.',
    'His log has every hour.',
  ],
]

test('copied text is found, shown side by side, counted, decided on and reported', async ({ app }) => {
  const { page } = app
  const folder = join(app.dataFolder, 'incoming')
  await mkdir(folder, { recursive: true })
  const paths = ARTICLES.map(([title]) => join(folder, `${title}.txt`))
  for (const [n, path] of paths.entries()) await writeFile(path, ARTICLES[n]!.join('\n\n'))
  await startProject(app, 'Halvern')
  await importFiles(app, paths)
  const listed = library(page).getByRole('listbox', { name: 'Articles' })

  await test.step('the library says which articles share text', async () => {
    await expect(listed.getByText('Shares text with “Valley flees rising water”')).toBeVisible()
    await expect(listed.getByText('Shares text with “Gates opened at Halvern”')).toBeVisible()
    await expect(listed.getByText(/Shares text/)).toHaveCount(2)
  })

  const wording = 'The gates were opened at night'
  await test.step('a card counts the independent articles', async () => {
    const select = async (index: number) => {
      await openArticle(page, index)
      // The inspector gives its room back to the reader, whose article before has a paragraph too.
      await expect(inspector(page)).toBeHidden()
      await expect(reader(page).locator('article > p[data-start]').first()).toContainText(ARTICLES[index]![1])
      await selectWords(page, { paragraph: 0, from: 4, to: 9 })
    }
    await select(0)
    await page.keyboard.press('m')
    await inspector(page).getByLabel('Wording').fill(wording)
    await page.keyboard.press('Enter')
    for (const index of [1, 2]) {
      await select(index)
      await page.keyboard.press('Shift+e')
      await page.getByRole('dialog').getByRole('combobox').fill('opened at night')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(card(page, wording)).toContainText(`${index + 1} passages`)
    }
    await expect(card(page, wording)).toContainText('3 articles, 2 independent')
  })

  const decide = inspector(page).getByRole('group', { name: 'Are they independent?' })
  await test.step('the shared passage is compared, and the analyst decides', async () => {
    await inspector(page)
      .getByRole('button', { name: /^Compare/ })
      .click()
    const shared = inspector(page).getByRole('region', { name: 'Shared text' })
    await expect(shared.getByRole('heading', { name: 'Shared passage 1 of 1' })).toBeVisible()
    await expect(shared.locator('mark').first()).toContainText('Engineers at the Halvern')
    await expect(shared.getByText('Numbers differ: two → three')).toBeVisible()
    await expect(shared.getByText('Both carry Reuters.')).toBeVisible()
    await decide.getByRole('button', { name: 'Independent all the same' }).click()
    await expect(card(page, wording)).toContainText('3 articles')
    await expect(card(page, wording)).not.toContainText('independent')
    await page.keyboard.press('Control+z')
    await expect(card(page, wording)).toContainText('3 articles, 2 independent')
    await page.keyboard.press('Control+Shift+z')
    await expect(card(page, wording)).not.toContainText('independent')
    await decide.getByRole('button', { name: 'One source' }).click()
    await inspector(page).getByLabel('Reason').fill('Both carry one dispatch.')
    await expect(card(page, wording)).toContainText('3 articles, 2 independent')
    await expectNoViolations(page)
    await saved(page)
  })

  await test.step('the report says it', async () => {
    const dialog = page.getByRole('dialog', { name: 'Export' })
    const report = await app.nextSave(async () => {
      await page.getByRole('banner').getByRole('button', { name: 'Export' }).click()
      await dialog.getByRole('radio', { name: 'Report', exact: true }).check()
      await dialog.getByLabel('Report (Markdown)').check()
      await dialog.getByRole('button', { name: 'Export', exact: true }).click()
      await expect(dialog).toHaveCount(0)
    })
    const text = report.bytes.toString()
    for (const said of [
      'Independence of sources',
      '3 articles, 2 independent.',
      'Both carry Reuters.',
      'count as one source by the analyst’s decision.',
      'Reason: Both carry one dispatch.',
    ])
      expect(text).toContain(said)
  })
})
