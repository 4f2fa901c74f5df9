import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/app'
import { importFiles, inspector, library, reader, saved, selectWords, startProject } from './support/desk'

const SUBJECTS = ['battery', 'pipeline', 'airframe', 'refinery', 'railway', 'shipyard', 'harbour', 'foundry']

/** Paragraphs that do not resemble each other, so that a test changes only what it means to. */
const filler = SUBJECTS.map(
  (subject, index) =>
    `The ${subject} was inspected in year ${1990 + index} by engineers of the ${subject} office, who wrote that its ${subject} crew had been trained abroad, that spare parts for the ${subject} came by sea, and that nobody in the ${subject} ministry had asked them why it had been bought.`,
)

const MOVED =
  'Negotiators met eleven times between the spring and the winter before anything was signed at all.'
const EDITED = 'The treasury paid 2.5 billion dollars for the four sets, and it will pay the rest next year.'
const EDITED_NOW =
  'The treasury paid 3.1 billion dollars for the four sets, and it might pay the rest next year.'
const TWICE = 'The deal stands.'
const LOST = 'An unnamed officer called the whole affair a receipt for services that were never rendered.'

const before = [
  filler[0],
  MOVED,
  filler[1],
  filler[2],
  EDITED,
  filler[3],
  filler[4],
  TWICE,
  filler[5],
  LOST,
  filler[6],
  filler[7],
]
const after = [
  filler[0],
  TWICE,
  filler[1],
  filler[2],
  EDITED_NOW,
  filler[3],
  filler[4],
  filler[5],
  TWICE,
  filler[6],
  filler[7],
  MOVED,
]

test('P7 a new version of an article keeps its marks, with a state for each', async ({ app }) => {
  const { page } = app
  const folder = join(app.dataFolder, 'articles')
  await mkdir(folder)
  const [first, second] = ['report.txt', 'report (corrected).txt'].map((name) => join(folder, name))
  await writeFile(first!, before.join('\n\n'))
  await writeFile(second!, after.join('\n\n'))
  await startProject(app, 'Versions')
  await importFiles(app, [first!])
  await expect(inspector(page).getByRole('region', { name: 'Import report' })).toContainText(
    '1 of 1 file imported',
  )
  for (const paragraph of [1, 4, 7, 9]) {
    await selectWords(page, { paragraph, from: 0, to: 100 })
    await page.keyboard.press('2')
  }
  await selectWords(page, { paragraph: 0, from: 0, to: 5 })
  await page.keyboard.press('1')
  await expect(page.getByText('1 article · 5 claims')).toBeVisible()

  await importFiles(app, [second!])
  const question = page.getByRole('dialog', { name: 'This article seems to be in the project already' })
  await question.getByRole('button', { name: 'Use this text as a new version' }).click()
  await expect(library(page).getByRole('listbox', { name: 'Articles' }).getByRole('option')).toHaveCount(1)

  // The replaced text can still be read.
  const earlier = reader(page).getByRole('combobox', { name: 'Previous versions' })
  await earlier.selectOption({ index: 1 })
  await expect(reader(page).getByLabel('Previous version', { exact: true })).toContainText(LOST)
  await earlier.selectOption({ label: 'Current version' })
  await expect(reader(page).locator('article')).not.toContainText(LOST)
  await page.getByRole('button', { name: '4 passages to review' }).click()

  const review = page.getByRole('region', { name: 'Review of passages' })
  const states: string[] = []
  for (let index = 0; index < 4; index++) {
    await expect(review).toContainText(`Passage ${index + 1} of 4`)
    const state = /Moved|Edited|Ambiguous|Lost/.exec(await review.innerText())![0]
    states.push(state)
    if (state === 'Edited') {
      await expect(review.locator('del')).toContainText(['2.5', 'will'])
      await expect(review.locator('ins')).toContainText(['3.1', 'might'])
      await expect(review).toContainText('Numbers changed')
      await expect(review).toContainText('Must, may or likely changed')
    }
    if (index < 3) await review.getByRole('button', { name: 'Next passage' }).click()
  }
  expect(states.sort()).toEqual(['Ambiguous', 'Edited', 'Lost', 'Moved'])

  // Each passage is settled in another way and then leaves the list.
  const next = review.getByRole('button', { name: 'Next passage' })
  const previous = review.getByRole('button', { name: 'Previous passage' })
  const go = async (state: string) => {
    while (await previous.isEnabled()) await previous.click()
    while (!(await review.innerText()).includes(`${state}:`)) await next.click()
  }
  await go('Ambiguous')
  await review.getByRole('button', { name: 'Use place 2' }).click()
  await expect(review).toContainText('of 3 to review')
  await go('Lost')
  await review.getByRole('button', { name: 'Detach passage' }).click()
  await expect(review).toContainText('of 2 to review')
  for (const left of [1, 0]) {
    await review.getByRole('button', { name: 'Accept as it is' }).click()
    if (left) await expect(review).toContainText(`of ${left} to review`)
  }
  await expect(inspector(page)).toContainText('Nothing to review')

  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: '1 passage to review' })).toBeVisible()
  for (let count = 0; count < 4; count++) await page.keyboard.press('Control+z')
  await expect(reader(page).locator('article')).toContainText(LOST)
  await expect(page.getByText(/passages? to review/)).toHaveCount(0)
  await saved(page)
})

test('a second import of an article is detected; the existing one is kept, or both', async ({ app }) => {
  const { page } = app
  const path = join(app.dataFolder, 'twice.txt')
  await writeFile(path, before.join('\n\n'))
  await startProject(app, 'Twice')
  await importFiles(app, [path])
  const rows = library(page).getByRole('listbox', { name: 'Articles' }).getByRole('option')
  await expect(rows).toHaveCount(1)
  await importFiles(app, [path])
  const question = page.getByRole('dialog', { name: 'This article seems to be in the project already' })
  await expect(question).toContainText('it is the same text')
  await question.getByRole('button', { name: 'Keep the existing article' }).click()
  await expect(inspector(page)).toContainText('already in the project')
  await expect(rows).toHaveCount(1)
  await importFiles(app, [path])
  await question.getByRole('button', { name: 'Keep both' }).click()
  await expect(rows).toHaveCount(2)
  await importFiles(app, [path])
  await expect(question.getByRole('combobox').locator('option')).toHaveCount(2)
  await question.getByRole('button', { name: 'Keep the existing article' }).click()
})
