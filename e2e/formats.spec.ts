import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { IMPORT_FORMATS } from '#domain/formats/import/catalogue'
import { expect, test } from './support/app'
import { article, filesIn } from './support/bad-files'
import { bigPdf } from './support/big-pdf'
import {
  card,
  importFiles,
  inspector,
  library,
  map,
  openArticle,
  reader,
  saved,
  selectWords,
  startProject,
} from './support/desk'
import { message, messages } from './support/messages'
import { projectFile, readProject } from './support/on-disk'
import { sampledFormats, samplePath, samplesOf, type ExpectedArticle } from './support/samples'

/** The formats that hold articles. */
const ARTICLES = IMPORT_FORMATS.filter(({ name }) => name !== 'project' && name !== 'references')

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

const report = (page: Page): Locator => inspector(page).getByRole('region', { name: 'Import report' })

/** The line of the import report about a file. */
const reported = (page: Page, fileName: string): Locator =>
  report(page).getByRole('listitem').filter({ hasText: fileName })

const sources = (page: Page): Locator =>
  library(page).getByRole('list', { name: 'Sources' }).getByRole('button')

/** The field of the inspector with that label. */
const detail = (page: Page, label: string): Locator => inspector(page).getByLabel(label, { exact: true })

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
  expect(await sampledFormats()).toEqual(IMPORT_FORMATS.map(({ name }) => name).sort())
})

for (const { name: format, title } of ARTICLES) {
  test(`P10 ${title}: files are imported with their text, blocks and details`, async ({ app }) => {
    const { page } = app
    const samples = await samplesOf(format)
    expect(samples.length).toBeGreaterThan(0)
    await startProject(app, 'Formats')
    await importFiles(
      app,
      samples.map(({ path }) => path),
    )
    await expect(report(page)).toContainText(`${samples.length} of ${samples.length} files imported`)
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
        const originalText = onDisk.find((source) => source.title === expected.title)!.originalText
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
  await expect(reported(page, 'map.json')).toContainText('merged')
  await expect(page.getByLabel('Open map').getByRole('option')).toHaveText(['Map 1', 'Second', 'Map 1'])
  await page.getByLabel('Open map').selectOption({ index: 0 })
  await expect(page.getByText('1 source · 6 claims · 4 relations')).toBeVisible()
  await expect(card(page, 'It was a bribe.')).toBeVisible()
  await expect(map(page).locator('[data-relation]').first()).toBeVisible()
  await openArticle(page, 0)
  await expect(reader(page).locator('article')).toContainText('Ankara signed for the S-400 in 2017.')
  await saved(page)
})

test('P10 references fill in missing details of articles, and the matches are counted', async ({ app }) => {
  const { page } = app
  const titles = [
    'Turkey and the S-400: hedging & its limits',
    'Sanctions and what follows',
    'Signed in December',
  ]
  const given = Object.fromEntries(titles.map((title, index) => [`${index}.txt`, article(title)]))
  await startProject(app, 'References')
  await importFiles(app, await filesIn(app.dataFolder, 'given', given))
  await expect(sources(page)).toHaveCount(3)
  await openArticle(page, 2)
  await detail(page, 'Address').fill('https://example.org/signed/?utm_source=letter')
  await detail(page, 'Address').press('Enter')
  await openArticle(page, 1)
  await detail(page, 'Publisher').fill('A name given by hand')
  await detail(page, 'Publisher').press('Enter')

  await importFiles(
    app,
    ['library.bib', 'library.ris', 'library.csl.json'].map((name) => samplePath('references', name)),
  )
  await expect(report(page)).toContainText('3 of 3 files imported')
  for (const [fileName, sentence] of [
    ['library.bib', 'details of 1 article from 4 references'],
    ['library.ris', 'details of 1 article from 2 references'],
    ['library.csl.json', 'details of 1 article from 2 references'],
  ] as const) {
    await expect(reported(page, fileName)).toContainText(`${fileName} · references`)
    await expect(reported(page, fileName)).toContainText(sentence)
  }
  await expect(reported(page, 'library.bib')).toContainText('reference that could not be read: @misc{broken')
  await expect(reported(page, 'library.csl.json')).toContainText(
    'references without title, DOI or address: 1',
  )

  for (const [index, details] of [
    {
      Authors: 'Ayşe Öztürk; Jan van der Berg; Strait Research Group',
      Publisher: 'Journal of Straits Studies',
      Published: '2019-08-06',
      DOI: '10.1000/jos.2019.17',
      Language: 'en',
      Kind: 'journal article',
    },
    {
      Authors: 'Jörg Müller; Jane Doe',
      Publisher: 'A name given by hand',
      Published: '2019-08-06',
      Address: 'https://example.org/sanctions',
      DOI: '10.1000/jos.2019.21',
    },
    { Authors: 'Jane Doe; The editors', Publisher: 'The Strait Observer', Published: '2018-01-02' },
  ].entries()) {
    await openArticle(page, index)
    await expect(detail(page, 'Title')).toHaveValue(titles[index]!)
    for (const [label, value] of Object.entries(details)) {
      await expect(detail(page, label)).toHaveValue(value)
    }
  }
  await saved(page)
})

test('P11 references of other articles change nothing, with advice', async ({ app }) => {
  const { page } = app
  const given = await filesIn(app.dataFolder, 'given', {
    'other.txt': article('Quite another thing to read'),
  })
  await startProject(app, 'References')
  await importFiles(app, given)
  await importFiles(app, [samplePath('references', 'library.ris')])
  await expect(reported(page, 'library.ris')).toContainText(
    /not imported.*None of the 2 references matches an article.*Nothing was changed\. Import the articles first/,
  )
})

test('P11 files of many formats chosen together are imported, and a broken one is reported', async ({
  app,
}) => {
  const { page } = app
  const whole = await readFile(samplePath('pdf', 'two-columns.pdf'))
  const [broken = ''] = await filesIn(app.dataFolder, 'given', { 'half.pdf': whole.subarray(200, 900) })
  await startProject(app, 'Together')
  await importFiles(app, [
    samplePath('text', 'article.txt'),
    samplePath('mhtml', 'article.mhtml'),
    broken,
    samplePath('pdf', 'two-columns.pdf'),
    samplePath('epub', 'book.epub'),
    samplePath('odt', 'report.odt'),
    samplePath('rtf', 'notes.rtf'),
  ])
  await expect(report(page)).toContainText('6 of 7 files imported, 1 failed')
  await expect(sources(page)).toHaveText([
    /Why the missiles were bought/,
    /A quiet harbour/,
    /Who keeps the lighthouse\?/,
    /The strait and the harbour/,
    /The light in the harbour/,
    /The café by the harbour/,
  ])
  await expect(reported(page, 'half.pdf')).toContainText(
    /not imported.*PDF is damaged or incomplete.*Nothing was changed\. Choose another file\./,
  )
  await saved(page)
  expect((await readProject(projectFile(app, 'Together'))).sources).toHaveLength(6)
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

test('P11 a long import shows progress, does not block the desk, and can be cancelled', async ({ app }) => {
  test.slow()
  const { page } = app
  const [long = '', short = '', after = ''] = await filesIn(app.dataFolder, 'given', {
    // Uploaded in three pieces.
    'long.pdf': await bigPdf(4000, 12 * 1024 * 1024),
    'short.txt': article('A short reading', 'Some words that can be read while another file is being read.'),
    'after.txt': article('Another reading'),
  })
  await startProject(app, 'Long')
  await importFiles(app, [short, long, after])
  await expect(messages(page)).toContainText(/Reading long\.pdf, [1-9]\d* of 4000 \(2 of 3\)/)
  await expect(messages(page).getByRole('progressbar', { name: 'Import' })).toBeVisible()

  await openArticle(page, 0)
  await selectWords(page, { paragraph: 0, from: 0, to: 3 })
  await page.keyboard.press('m')
  await expect(card(page, 'Some words that can')).toBeVisible()
  await saved(page)
  await expect(message(page, /Reading long\.pdf/)).toBeVisible()
  await messages(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(message(page, /Reading/)).toHaveCount(0)
  await expect(report(page)).toContainText('1 of 3 files imported, 2 failed')
  await expect(reported(page, 'long.pdf')).toContainText('not imported The import was cancelled.')
  await expect(reported(page, 'after.txt')).toContainText('not imported The import was cancelled.')
  await expect(sources(page)).toHaveText([/A short reading/])

  await importFiles(app, [after])
  await expect(sources(page)).toHaveText([/A short reading/, /Another reading/])
  await saved(page)
  expect((await readProject(projectFile(app, 'Long'))).sources).toHaveLength(2)
})

test('P3 a block can be set aside by hand and taken back, and its mark keeps its place', async ({ app }) => {
  const { page } = app
  await startProject(app, 'Aside')
  await importFiles(app, [samplePath('text', 'article.txt')])
  await openArticle(page, 0)
  const words = await selectWords(page, { paragraph: 1, from: 0, to: 5 })
  await page.keyboard.press('m')
  await expect(card(page, words)).toBeVisible()
  const block = reader(page).locator('article').getByText(words)

  await selectWords(page, { paragraph: 1, from: 7, to: 9 })
  await page
    .getByRole('toolbar', { name: 'Mark selection' })
    .getByRole('button', { name: 'Set block aside' })
    .click()
  await expect(reader(page).getByText('Set aside: by hand')).toBeVisible()
  await expect(block).toBeHidden()
  await expect(reader(page).locator('article > p[data-start]')).toHaveCount(1)
  await openArticle(page, 0)
  await expect(inspector(page)).toContainText('1 set aside')
  await saved(page)

  await reader(page).getByText('Set aside: by hand').click()
  await expect(block).toBeVisible()
  await reader(page).getByRole('button', { name: 'Include in the article' }).click()
  await expect(reader(page).locator('article > p[data-start]')).toHaveCount(2)
  await card(page, words).click()
  await expect(inspector(page).locator('blockquote')).toHaveText(words)
  await page.keyboard.press('Control+z')
  await expect(reader(page).getByText('Set aside: by hand')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(reader(page).locator('article > p[data-start]')).toHaveCount(2)
  await saved(page)
})
