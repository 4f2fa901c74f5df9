import { expect, test } from './support/app'
import { article, filesIn } from './support/bad-files'
import { card, inspector, map, reader, saved } from './support/desk'
import { catchFileChoosers } from './support/file-choosers'
import { relation, selectText, tabTo, typeLink, wording } from './support/keys'

const FIRST = 'It was a bargain'

test('two linked claims can be made from the start screen without a mouse', async ({ app }) => {
  const { page } = app
  const paths = await filesIn(app.dataFolder, 'given', {
    'one.txt': article('Two readings', 'The purchase was a bargain, some say. Others say it was a bribe.'),
  })

  await test.step('a project is created, and an article imported', async () => {
    catchFileChoosers(page)
    await tabTo(page, page.getByRole('button', { name: 'Start a new project' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused()
    await page.keyboard.type('By keys alone')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Project title')).toHaveValue('By keys alone')
    await app.chooseFiles(paths, () => page.keyboard.press('Control+i'))
    await expect(reader(page).getByRole('heading', { name: 'Two readings' })).toBeVisible()
  })

  await test.step('a number marks the selected words in that category, and changes it', async () => {
    await selectText(page, 'it was a bribe')
    await page.keyboard.press('1')
    await expect(inspector(page).getByLabel('Category')).toHaveValue('evidence')
    await expect(page.getByRole('toolbar', { name: 'Mark selection' })).toHaveCount(0)
    await page.keyboard.press('5')
    await expect(inspector(page).getByLabel('Category')).toHaveValue('hypothesis')
    await expect(map(page).locator('[data-claim]')).toHaveCount(0)
    await page.keyboard.press('m')
    await expect(card(page, 'it was a bribe')).toBeVisible()
  })

  await test.step('M adds the selected words to the map; Enter edits the wording and ends it', async () => {
    await selectText(page, 'The purchase was a bargain')
    await page.keyboard.press('m')
    await expect(card(page, 'The purchase was a bargain')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(wording(page)).toBeFocused()
    await page.keyboard.type(FIRST)
    await page.keyboard.press('Enter')
    await expect(wording(page)).not.toBeFocused()
    await expect(card(page, FIRST)).toBeVisible()
    await expect(inspector(page).locator('blockquote')).toHaveText('The purchase was a bargain')
  })

  await test.step('L, a letter and a few words link the claim to another', async () => {
    await typeLink(page, 'c', 'bribe')
    await expect(relation(page, `“${FIRST}” contradicts “it was a bribe”`)).toBeVisible()
    await saved(page)
  })
})
