import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test, type App } from './support/app'
import { root } from './support/browser-app'
import { filesIn } from './support/bad-files'
import { inspector, library, openArticle, openLibrary, reader } from './support/desk'
import { tabTo, wording } from './support/keys'

/** Claims, each with one passage of the same article. */
const COUNT = 1000
/** Rows of a matrix of some of these claims. */
const ROWS = 200
/** More rows than this are never on the page at once. */
const MOUNTED = 80

const NAME = (index: number) => `Finding ${String(index + 1).padStart(4, '0')}`

async function openLongProject(app: App): Promise<void> {
  const sample = JSON.parse(await readFile(join(root, 'resources', 'sample.json'), 'utf8')) as Record<
    'claims' | 'sources' | 'excerpts' | 'matrices' | 'rows',
    Record<string, unknown>[]
  >
  const id = (letter: string, index: number) => `${letter}-${String(index).padStart(4, '0')}`
  const all = Array.from({ length: COUNT }, (_, index) => index)
  const words = all.map(NAME)
  const length = NAME(0).length
  const starts = all.map((index) => index * (length + 2))
  const source = { ...sample.sources[0]!, id: 'long', title: 'A long article', text: words.join('\n\n') }
  const project = {
    ...sample,
    sources: [
      { ...source, blocks: starts.map((start) => ({ role: 'paragraph', start, end: start + length })) },
    ],
    claims: all.map((index) => ({ ...sample.claims[0]!, id: id('c', index), text: NAME(index), note: '' })),
    excerpts: all.map((index) => ({
      ...sample.excerpts[0]!,
      id: id('e', index),
      claim: id('c', index),
      source: 'long',
      start: starts[index],
      end: starts[index]! + length,
      exact: NAME(index),
      prefix: '',
      suffix: '',
    })),
    relations: [],
    groups: [],
    maps: [],
    placements: [],
    matrices: [{ ...sample.matrices[0]!, hypotheses: [id('c', 0), id('c', 1)] }],
    rows: all.slice(2, 2 + ROWS).map((index, position) => ({
      ...sample.rows[0]!,
      id: id('w', index),
      claim: id('c', index),
      position,
      reading: '',
      seen: '',
    })),
    cells: [],
    scenarios: [],
  }
  const [path = ''] = await filesIn(app.dataFolder, 'given', { 'long.json': JSON.stringify(project) })
  await app.restart({ open: path })
  await expect(library(app.page)).toBeVisible()
}

/** Of a row of a list: where it stands in it, as screen readers have it. */
const place = (row: Locator): Promise<string[]> =>
  row.evaluateAll((buttons) =>
    buttons.map((button) => {
      const item = button.closest('[role=listitem], [role=option]')
      return `${item?.ariaPosInSet} of ${item?.ariaSetSize}`
    }),
  )

const focusedRow = (list: Locator, page: Page) => list.locator('button').and(page.locator(':focus'))

test('arrow keys move through a list of many claims, which is one tab stop', async ({ app }) => {
  await openLongProject(app)
  const { page } = app
  const { keyboard } = page
  await openLibrary(page, 'Claims')
  const list = library(page).getByRole('listbox', { name: 'Claims' })
  const row = (index: number) => list.getByRole('option', { name: NAME(index) })
  const focused = focusedRow(list, page)
  await expect(row(0)).toBeVisible()
  expect(await list.getByRole('option').count()).toBeLessThan(MOUNTED)

  await tabTo(page, library(page).getByRole('button', { name: 'Codebook' }))
  await keyboard.press('Tab')
  await expect(row(0)).toBeFocused()
  expect(await place(focused)).toEqual([`1 of ${COUNT}`])
  await keyboard.press('ArrowDown')
  await expect(row(1)).toBeFocused()
  await keyboard.press('End')
  await expect(row(COUNT - 1)).toBeFocused()
  await expect(row(COUNT - 1)).toBeInViewport({ ratio: 0.9 })
  expect(await place(focused)).toEqual([`${COUNT} of ${COUNT}`])
  expect(await list.getByRole('option').count()).toBeLessThan(MOUNTED)
  await keyboard.press('ArrowUp')
  await expect(row(COUNT - 2)).toBeFocused()

  await keyboard.press('Tab')
  await expect(focused).toHaveCount(0)
  await keyboard.press('Shift+Tab')
  await expect(row(COUNT - 2)).toBeFocused()
  await keyboard.press('Home')
  await expect(row(0)).toBeFocused()
  await keyboard.press('PageDown')
  await expect(row(0)).not.toBeFocused()
  await expect(focused).toBeInViewport({ ratio: 0.9 })
  const name = (await focused.locator('.text').textContent())!
  await keyboard.press('Enter')
  await expect(wording(page)).toHaveValue(name)
})

test('a list of many claims shows a claim that is selected elsewhere, and can focus it', async ({ app }) => {
  await openLongProject(app)
  const { page } = app
  await openLibrary(page, 'Claims')
  await page.keyboard.press('Control+k')
  await page.keyboard.type(NAME(640))
  await page.keyboard.press('Enter')
  await expect(wording(page)).toHaveValue(NAME(640))
  const current = library(page).locator('[aria-selected="true"]')
  await expect(current).toContainText(NAME(640))
  await expect(current).toBeInViewport({ ratio: 0.9 })
  const list = library(page).getByRole('listbox', { name: 'Claims' })
  await list.hover()
  await page.mouse.wheel(0, -100_000)
  await expect(list.getByRole('option', { name: NAME(0) })).toBeInViewport()
  await page.keyboard.press('Alt+l')
  await expect(current).toBeFocused()
  await library(page).getByLabel('Filter the list').fill('Finding 07')
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', '100')
  expect(await place(list.getByRole('option', { name: NAME(699) }))).toEqual(['1 of 100'])
})

test('the list of an article’s marks reaches the last of many', async ({ app }) => {
  await openLongProject(app)
  const { page } = app
  await openArticle(page, 0)
  const list = reader(page).getByRole('navigation', { name: 'Marks in this article' }).getByRole('list')
  const row = (index: number) => list.getByRole('button', { name: NAME(index) })
  await tabTo(page, row(0))
  expect(await list.getByRole('button').count()).toBeLessThan(MOUNTED)
  await page.keyboard.press('End')
  await expect(row(COUNT - 1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(inspector(page)).toContainText(NAME(COUNT - 1))
  await expect(
    reader(page)
      .locator('article')
      .getByText(NAME(COUNT - 1)),
  ).toBeInViewport()
})

test('a picker counts the entries that it does not show, and typing finds them', async ({ app }) => {
  await openLongProject(app)
  const { page } = app
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Commands' })
  await page.keyboard.type('Finding')
  await expect(dialog.getByRole('status')).toHaveText('800 more. Type to narrow the list.')
  await page.keyboard.type(' 0999')
  await expect(dialog.getByRole('status')).toHaveText('')
  await expect(dialog.getByRole('option', { name: NAME(998) })).toBeVisible()
})

test('a matrix of 200 rows has those in sight on the page, and keys reach and rate every one', async ({
  app,
}) => {
  await openLongProject(app)
  const { page } = app
  await page.keyboard.press('Alt+4')
  const grid = page.getByRole('grid')
  const cell = (name: RegExp) => grid.getByRole('gridcell', { name })
  await expect(grid).toHaveAttribute('aria-rowcount', String(ROWS + 1))
  await cell(/^E1, H1/).click()
  await page.keyboard.press('Control+End')
  await expect(cell(/^E200, H2/)).toBeFocused()
  await expect(cell(/^E200, H2/)).toBeInViewport({ ratio: 1 })
  expect(await grid.getByRole('row').count()).toBeLessThan(MOUNTED)
  await page.keyboard.press('Shift+I')
  await expect(cell(/^E200, H2: II/)).toBeFocused()
  await page.keyboard.press('Control+ArrowUp')
  await page.keyboard.press('ArrowDown')
  await expect(cell(/^E1, H2/)).toBeFocused()
  await expect(cell(/^E1, H2/)).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('n')
  await expect(cell(/^E2, H1/)).toBeFocused()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(cell(/^E1, H2: not rated/)).toBeVisible()
})
