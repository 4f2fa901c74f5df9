import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { IMPORT_FORMATS } from '#domain/formats/import/catalogue'
import { expect, test } from './support/app'
import {
  card,
  importFiles,
  inspector,
  map,
  openArticle,
  reader,
  saved,
  showDetails,
  startProject,
} from './support/desk'
import { detail, report, reported, sources } from './support/import-report'
import { projectFile, readProject } from './support/on-disk'
import { sampledFormats, samplePath, samplesOf, type ExpectedArticle } from './support/samples'

/** The formats that hold articles. */
const ARTICLES = IMPORT_FORMATS.filter(({ name }) => !['project', 'references', 'interchange'].includes(name))

/** The formats with a detected encoding. The others have many parts or declare it themselves. */
const PLAIN: ReadonlySet<string> = new Set(['text', 'markdown', 'html', 'mhtml'])

const FIELDS = {
  publisher: 'Publisher',
  published: 'Published',
  accessed: 'Accessed',
  url: 'Address',
  doi: 'DOI',
  language: 'Language',
  kind: 'Kind',
} as const

/** The blocks of the open article, as the page shows them. */
const shownBlocks = (page: Page) =>
  reader(page)
    .locator('article [data-start]')
    .evaluateAll((elements) =>
      elements.map((element) => ({
        role: element.classList[0],
        heading: Number(/^H(\d)$/.exec(element.tagName)?.[1] ?? 0),
        aside: element.closest('details')?.querySelector('summary')?.textContent ?? '',
        text: element.textContent,
      })),
    )

/** The blocks that the page must show: headings as headings, without gaps in their levels. */
function expectedBlocks({ blocks }: ExpectedArticle): Awaited<ReturnType<typeof shownBlocks>> {
  const levels = [
    ...new Set(blocks.flatMap(({ role, level }) => (role === 'heading' ? (level ?? 1) : []))),
  ].sort()
  return blocks.map(({ role, level, aside, text }) => ({
    role,
    heading: role === 'title' ? 1 : role === 'heading' ? levels.indexOf(level ?? 1) + 2 : 0,
    aside: aside ? `Set aside: ${aside}` : '',
    text,
  }))
}

test('P10 every import format is tested here', async () => {
  expect(await sampledFormats()).toEqual(
    IMPORT_FORMATS.map(({ name }) => name)
      .filter((name) => name !== 'interchange')
      .sort(),
  )
})

for (const { name: format, title } of ARTICLES) {
  test(`P10 ${title}: files are imported with their text, blocks and details`, async ({ app }) => {
    test.slow()
    const { page } = app
    const samples = await samplesOf(format)
    expect(samples.length).toBeGreaterThan(0)
    await startProject(app, 'Formats')
    // Some samples are nearly the same article.
    const question = page.getByRole('dialog', { name: 'This article seems to be in the project already' })
    await page.addLocatorHandler(question, () => question.getByRole('button', { name: 'Keep both' }).click())
    await importFiles(
      app,
      samples.map(({ path }) => path),
    )
    await expect(report(page)).toContainText(
      new RegExp(`${samples.length} of ${samples.length} files? imported`),
      {
        // A process for each file takes its time on a busy machine.
        timeout: 240_000,
      },
    )
    await expect(sources(page)).toHaveCount(samples.length)
    for (const { fileName, expected } of samples) {
      await expect(reported(page, fileName)).toContainText(`${expected.title} ${fileName} · added`)
      for (const { what, count } of expected.report ?? []) {
        await expect(reported(page, fileName)).toContainText(`${what}: ${count}`)
      }
    }
    await saved(page)
    const onDisk = (await readProject(projectFile(app, 'Formats'))).sources

    for (const [index, { fileName, path, expected }] of samples.entries()) {
      await test.step(fileName, async () => {
        await openArticle(page, index)
        await expect(sources(page).nth(index)).toContainText(expected.title)
        await expect(reader(page).getByRole('heading', { level: 1 })).toHaveText(expected.title)
        await expect.poll(() => shownBlocks(page)).toEqual(expectedBlocks(expected))

        await showDetails(page)
        await expect(detail(page, 'Title')).toHaveValue(expected.title)
        if (expected.authors) await expect(detail(page, 'Authors')).toHaveValue(expected.authors.join('; '))
        for (const [field, label] of Object.entries(FIELDS)) {
          const value = expected[field as keyof typeof FIELDS]
          if (value !== undefined) await expect(detail(page, label)).toHaveValue(value)
        }
        const known = expected.encoding ? `${expected.encoding} · ` : PLAIN.has(format) ? 'UTF-8 · ' : ''
        const aside = expected.blocks.filter((block) => block.aside).length
        const length = `${expected.blocks.length} blocks${aside > 0 ? ` · ${aside} set aside` : ''}`
        await expect(inspector(page)).toContainText(
          new RegExp(`${fileName} · ${known}[\\d,]+ words · ${length}`),
        )
        for (const { what, count } of expected.report ?? []) {
          await expect(inspector(page).getByText(`${what}: ${count}`, { exact: true })).toBeVisible()
        }

        await reader(page).getByRole('button', { name: 'Original text' }).click()
        const originalText = onDisk.find((source) => source.fileName === fileName)!.originalText
        expect(originalText).not.toBe('')
        if (PLAIN.has(format) && format !== 'mhtml') {
          expect(originalText).toBe(await readFile(path, 'utf8'))
        }
        await expect(reader(page).locator('pre')).toHaveText(originalText)
        await reader(page).getByRole('button', { name: 'Original text' }).click()
        await expect(reader(page).locator('article')).toBeVisible()
      })
    }
  })
}

test('P10 an exported map is imported with its claims, relations and articles', async ({ app }) => {
  const { page } = app
  await startProject(app, 'Formats')
  await importFiles(app, [samplePath('project', 'map.json')])
  await expect(reported(page, 'map.json')).toContainText('added as a copy')
  await expect(page.getByLabel('Open map').getByRole('option')).toHaveText(['Map 1', 'Second', 'Map 1'])
  await page.getByLabel('Open map').selectOption({ index: 0 })
  await expect(page.getByText('1 article · 6 claims · 4 relations')).toBeVisible()
  await expect(card(page, 'It was a bribe.')).toBeVisible()
  await expect(map(page).locator('[data-relation]').first()).toBeVisible()
  await openArticle(page, 0)
  await expect(reader(page).locator('article')).toContainText('Ankara signed for the S-400 in 2017.')
  await saved(page)
})

test('each page of a PDF has its number beside it, even below running heads', async ({ app }) => {
  const { page } = app
  await startProject(app, 'Pages')
  await importFiles(app, [samplePath('pdf', 'running-heads.pdf')])
  await openArticle(page, 0)
  const numbered = reader(page).locator('article [data-place]')
  await expect(numbered).toHaveText([
    'The tolls of the inner basin',
    /^One school says that the clerk was honest/,
    /^The fish was never written down/,
  ])
  for (const [index, place] of ['p. 1', 'p. 2', 'p. 3'].entries()) {
    await expect(numbered.nth(index)).toHaveAttribute('data-place', place)
    const drawn = await numbered.nth(index).evaluate((block) => getComputedStyle(block, '::before').content)
    expect(drawn).toBe(`"${place}"`)
  }
  await expect(reader(page).getByText('Set aside: running head')).toHaveCount(3)
  await expect(reader(page).getByText('Annals of Small Harbours').first()).toBeHidden()
  await reader(page).getByText('Set aside: running head').first().click()
  await expect(reader(page).getByText('Annals of Small Harbours').first()).toBeVisible()
})
