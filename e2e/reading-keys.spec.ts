import type { Locator, Page } from '@playwright/test'
import { expect, test, type App } from './support/app'
import { violations } from './support/axe'
import { card, inspector, map, reader, saved, startProject } from './support/desk'
import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'

const ARTICLE = `Hedging or bribery

Turkey bought the S-400 in 2017. Dr. Stein of the U.S. Naval College calls it hedging. Others disagree.

The price was 2.5 billion dollars. “Nobody asked us,” one officer said. Sanctions followed.
`

/** The text at the sentence cursor, as announced to screen readers. */
const cursor = (page: Page): Locator => page.getByRole('status', { name: 'Sentence cursor' })

/** The text with the highlight of that name. */
const painted = (page: Page, name: string): Promise<string> =>
  page.evaluate((key) => {
    const ranges = [...(CSS.highlights.get(key) ?? [])]
    return ranges
      .map((place) => {
        const range = document.createRange()
        range.setStart(place.startContainer, place.startOffset)
        range.setEnd(place.endContainer, place.endOffset)
        return range.toString()
      })
      .join('|')
  }, name)

async function openArticle(app: App): Promise<Page> {
  const { page } = app
  await startProject(app, 'By keys')
  const path = join(app.dataFolder, 'hedging.md')
  await writeFile(path, `# ${ARTICLE}`)
  await app.chooseFiles([path], () =>
    page.getByRole('button', { name: 'Import', exact: true }).press('Enter'),
  )
  await expect(page.getByText('1 article · 0 claims')).toBeVisible()
  await page.keyboard.press('Alt+l')
  await page.keyboard.press('Enter')
  await expect(reader(page).getByRole('heading', { name: 'Hedging or bribery' })).toBeVisible()
  return page
}

test('an article becomes two linked claims on the map by keyboard alone', async ({ app }, info) => {
  const page = await openArticle(app)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const shot = async (name: string) =>
    info.attach(name, { body: await page.screenshot(), contentType: 'image/png' })

  await test.step('J moves to the next sentence, K to the previous one', async () => {
    await press('Alt+r', 'j')
    await expect(cursor(page)).toHaveText('Hedging or bribery')
    await press('j', 'j')
    await expect(cursor(page)).toHaveText('Dr. Stein of the U.S. Naval College calls it hedging.')
    await press('j', 'k')
    await expect(cursor(page)).toHaveText('Dr. Stein of the U.S. Naval College calls it hedging.')
    await expect
      .poll(() => painted(page, 'passage-cursor'))
      .toBe('Dr. Stein of the U.S. Naval College calls it hedging.')
    await shot('cursor')
  })

  await test.step('a number marks it; the cursor stays, so that M and J continue from there', async () => {
    await press('1')
    await expect(inspector(page).getByLabel('Category')).toHaveValue('evidence')
    await expect(cursor(page)).toHaveText('Evidence: Dr. Stein of the U.S. Naval College calls it hedging.')
    await press('m')
    await expect(card(page, 'Dr. Stein')).toBeVisible()
    await press('j')
    await expect(cursor(page)).toHaveText('Others disagree.')
  })

  await test.step('Shift extends across paragraphs and back, brackets move an end by a word', async () => {
    await press('Shift+J')
    await expect(cursor(page)).toHaveText(/^Others disagree\.\s+The price was 2\.5 billion dollars\.$/)
    await press('Shift+K')
    await expect(cursor(page)).toHaveText('Others disagree.')
    await press('j', 'Shift+}', 'Shift+}', '[', '[')
    await expect(cursor(page)).toHaveText('was 2.5 billion')
    await press(']', 'Shift+{')
    await expect(cursor(page)).toHaveText('price was 2.5 billion dollars')
    await press('m')
    await expect(card(page, 'price was 2.5 billion dollars')).toBeVisible()
  })

  await test.step('a note and tags, an existing one and a new one', async () => {
    const tags = page.getByRole('combobox', { name: 'Find or add a tag' })
    const given = page.getByRole('option', { name: /price ?, on this claim/ })
    await press('o')
    await expect(inspector(page).getByLabel('Note', { exact: true })).toBeFocused()
    await page.keyboard.type('Who says so?')
    await press('Escape', 'g')
    await expect(tags).toBeFocused()
    await page.keyboard.type('price')
    await press('Enter')
    await expect(given).toBeVisible()
    await page.keyboard.type('money')
    await press('Enter')
    await shot('tags')
    await press('Escape', ',')
    await expect(cursor(page)).toHaveText(/^Evidence: Dr\. Stein/)
    await press('g')
    await expect(tags).toBeFocused()
    await page.keyboard.type('prc')
    await press('Enter')
    await expect(given).toBeVisible()
    await press('Escape')
    await expect(tags).toBeHidden()
    await press('.')
    await expect(inspector(page).getByLabel('Tags, separated by commas')).toHaveValue('price, money')
    await press(',')
    await expect(inspector(page).getByLabel('Tags, separated by commas')).toHaveValue('price')
  })

  await test.step('L links it to the other claim', async () => {
    await press('l', 'a')
    await page.keyboard.type('price was')
    await press('Enter')
    await expect(map(page).getByLabel(/“Dr\. Stein.+” attacks “price was/)).toBeVisible()
    await expect(page.getByText('1 article · 2 claims · 1 relation')).toBeVisible()
    await shot('linked')
    await saved(page)
  })
})

test('Escape deselects, keys continue from words selected by mouse, E adds a passage to the claim', async ({
  app,
}) => {
  const page = await openArticle(app)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Escape')
  await expect.poll(() => painted(page, 'passage-cursor')).toBe('')
  await page.keyboard.press('m')
  await expect(page.getByText('1 article · 0 claims')).toBeVisible()

  const words = reader(page).locator('article > p[data-start]').nth(1)
  await words.dblclick({ position: { x: 40, y: 10 } })
  await expect(page.getByRole('toolbar', { name: 'Mark selection' })).toBeVisible()
  await page.keyboard.press(']')
  await expect(cursor(page)).toHaveText('price was')
  await page.keyboard.press('1')
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await expect(inspector(page).locator('blockquote')).toHaveText([
    'price was',
    '“Nobody asked us,” one officer said.',
  ])
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+E')
  await page.keyboard.type('price')
  await page.keyboard.press('Enter')
  await expect(inspector(page).locator('blockquote')).toHaveCount(3)
})

test('keys move the ends of a passage by words, and undo moves them back', async ({ app }) => {
  const page = await openArticle(app)
  const words = reader(page).locator('article > p[data-start]').nth(1)
  await words.dblclick({ position: { x: 40, y: 10 } })
  await expect(page.getByRole('toolbar', { name: 'Mark selection' })).toBeVisible()
  await page.keyboard.press('1')
  const passage = inspector(page).locator('blockquote')
  await expect(passage).toHaveText('price')
  await page.keyboard.press('Alt+]')
  await expect(passage).toHaveText('price was')
  await page.keyboard.press('Alt+Shift+{')
  await expect(passage).toHaveText(/^\S+ price was$/)
  await page.keyboard.press('Alt+Shift+}')
  await page.keyboard.press('Alt+[')
  await expect(passage).toHaveText('price')
  for (let count = 0; count < 3; count++) await page.keyboard.press('Control+z')
  await expect(passage).toHaveText('price was')
  await saved(page)
})

test('keys focus every pane, even a hidden one', async ({ app }) => {
  const page = await openArticle(app)
  await page.keyboard.press('n')
  await page.keyboard.type('A claim')
  await page.keyboard.press('Enter')
  const inside = (name: string) =>
    expect(page.getByRole('region', { name, exact: true }).locator(':focus')).toHaveCount(1)
  for (const [key, name] of [
    ['l', 'Library'],
    ['r', 'Reader'],
    ['m', 'Map'],
    ['i', 'Inspector'],
  ] as const) {
    await page.keyboard.press(`Alt+${key}`)
    await inside(name)
  }
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Alt+m')
  await inside('Map')
  await page.keyboard.press('Alt+3')
  await page.keyboard.press('Alt+r')
  await inside('Reader')
  expect(await violations(page)).toEqual([])
})

test('a key can be changed, reassigned and reset, and is remembered', async ({ app }) => {
  await openArticle(app)
  let { page } = app
  const row = (title: string) =>
    page.getByRole('listitem').filter({ has: page.getByText(title, { exact: true }) })
  const change = async (title: string, key: string) => {
    await page.getByRole('button', { name: `Change keys: ${title}` }).focus()
    await page.keyboard.press('Enter')
    await expect(row(title)).toContainText('Press the new keys…')
    await page.keyboard.press(key)
  }
  const shortcuts = () => page.getByRole('dialog', { name: 'Keyboard shortcuts' })

  await test.step('the next keys pressed are assigned at once if they are free', async () => {
    await page.keyboard.press('Shift+?')
    await change('Next sentence', 'b')
    await expect(row('Next sentence')).toContainText('B')
  })

  await test.step('a taken key names its command', async () => {
    await change('Commands…', 'Control+i')
    await expect(row('Commands…').getByRole('alert')).toContainText('“Import articles or a map…” has Ctrl I.')
    await page.getByRole('button', { name: 'Reassign' }).press('Enter')
    await expect(row('Import articles or a map…')).toContainText('no key')
    await change('Previous sentence', '2')
    await expect(row('Previous sentence').getByRole('alert')).toContainText('2 belongs to a category.')
    await page.getByRole('button', { name: 'Keep' }).press('Enter')
    await change('Add claims to the map', 'e')
    await expect(row('Add claims to the map').getByRole('status')).toContainText('Also used by')
    await change('Previous sentence', 'Escape')
    await expect(shortcuts()).toBeVisible()
    await expect(row('Previous sentence')).toContainText('K')
    expect(await violations(page)).toEqual([])
  })

  await test.step('changed keys work and are shown everywhere', async () => {
    await page.keyboard.press('Escape')
    await expect(shortcuts()).toHaveCount(0)
    await page.keyboard.press('j')
    await page.keyboard.press('b')
    await expect(cursor(page)).toHaveText('Hedging or bribery')
    await expect(page.getByRole('button', { name: 'Find or run a command' })).toContainText('Ctrl I')
    await page.keyboard.press('Control+i')
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
    await page.keyboard.type('next sentence')
    await expect(page.getByRole('option', { name: /Next sentence/ })).toContainText('B')
    await page.keyboard.press('Escape')
    await saved(page)
  })

  await test.step('changed keys survive a restart; then all are reset', async () => {
    await app.restart()
    page = app.page
    await expect(page.getByRole('heading', { name: 'Recent projects' })).toBeVisible()
    await page.keyboard.press('Shift+?')
    await expect(row('Next sentence')).toContainText('B')
    await page.getByRole('button', { name: 'Reset to default: Next sentence' }).press('Enter')
    await expect(row('Next sentence')).toContainText('J')
    await page.getByRole('button', { name: 'Reset all' }).press('Enter')
    await expect(row('Commands…')).toContainText('Ctrl K')
    await expect(row('Import articles or a map…')).toContainText('Ctrl I')
  })
})
