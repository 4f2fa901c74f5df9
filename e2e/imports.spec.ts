import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/app'
import { article, filesIn } from './support/bad-files'
import { bigPdf } from './support/big-pdf'
import {
  card,
  importFiles,
  inspector,
  openArticle,
  showDetails,
  reader,
  saved,
  selectWords,
  startProject,
} from './support/desk'
import { message, messages } from './support/messages'
import { detail, report, reported, sources } from './support/import-report'
import { projectFile, readProject } from './support/on-disk'
import { samplePath } from './support/samples'

test(
  'P10 references fill in missing details of articles, and the matches are counted',
  { tag: '@page' },
  async ({ app }) => {
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
    await showDetails(page)
    await detail(page, 'Address').fill('https://example.org/signed/?utm_source=letter')
    await detail(page, 'Address').press('Enter')
    await openArticle(page, 1)
    await showDetails(page)
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
    await expect(reported(page, 'library.bib')).toContainText(
      'reference that could not be read: @misc{broken',
    )
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
      await showDetails(page)
      await expect(detail(page, 'Title')).toHaveValue(titles[index]!)
      for (const [label, value] of Object.entries(details)) {
        await expect(detail(page, label)).toHaveValue(value)
      }
    }
    await saved(page)
  },
)

test('P11 references of other articles change nothing, with advice', { tag: '@page' }, async ({ app }) => {
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
  // The report does not take the place of the claim that was made meanwhile.
  await expect(inspector(page).getByLabel('Wording')).toHaveValue('Some words that can')
  await expect(message(page, '1 of 3 files imported, 2 failed.')).toBeVisible()
  await messages(page).getByRole('button', { name: 'Show the report' }).click()
  await expect(report(page)).toContainText('1 of 3 files imported, 2 failed')
  await expect(reported(page, 'long.pdf')).toContainText('not imported The import was cancelled.')
  await expect(reported(page, 'after.txt')).toContainText('not imported The import was cancelled.')
  await expect(sources(page)).toHaveText([/A short reading/])

  await importFiles(app, [after])
  await expect(sources(page)).toHaveText([/A short reading/, /Another reading/])
  await saved(page)
  expect((await readProject(projectFile(app, 'Long'))).sources).toHaveLength(2)
})

test(
  'P3 a block can be set aside by hand and taken back, and its mark keeps its place',
  { tag: '@page' },
  async ({ app }) => {
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
    await showDetails(page)
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
  },
)

test(
  'the address of a link is shown at its words, and another encoding can be chosen at the article',
  { tag: '@page' },
  async ({ app }) => {
    const { page } = app
    const words = 'Заметка о мосте. Совет одобрил строительство нового моста через реку.'
    // The letters of windows-1251 from А to я are the last 64 of a byte.
    const bytes = Uint8Array.from(words, (letter) =>
      letter >= 'А' && letter <= 'я' ? letter.charCodeAt(0) - 0x410 + 0xc0 : letter.charCodeAt(0),
    )
    const folder = join(app.dataFolder, 'read')
    await mkdir(folder)
    const paths = ['bridge.txt', 'harbour.md'].map((name) => join(folder, name))
    await writeFile(paths[0]!, bytes)
    await writeFile(
      paths[1]!,
      '# The harbour\n\nThe [dredging](https://example.org/dredging) would begin in May.\n',
    )
    await startProject(app, 'Read')
    await importFiles(app, paths)
    await expect(sources(page)).toHaveCount(2)
    const text = reader(page).locator('article')

    await test.step('a guess is said, and the file is read again', async () => {
      await openArticle(page, 0)
      await expect(text).toContainText('Совет одобрил')
      const encoding = reader(page).getByRole('note', { name: 'Encoding' })
      await encoding.getByLabel('Read in another encoding').selectOption('koi8-r')
      await expect(text).not.toContainText('Совет одобрил')
      await page.keyboard.press('Control+z')
      await expect(text).toContainText('Совет одобрил')
    })

    await test.step('a link is shown under the pointer, and opened after a question', async () => {
      await openArticle(page, 1)
      await expect(text).toContainText('The dredging would begin in May.')
      const at = await text.getByText('The dredging').evaluate((block) => {
        const range = document.createRange()
        const node = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()!
        range.setStart(node, 6)
        range.setEnd(node, 9)
        const { x, y, width, height } = range.getBoundingClientRect()
        return { x: x + width / 2, y: y + height / 2 }
      })
      await page.mouse.move(at.x, at.y - 3)
      await page.mouse.move(at.x, at.y, { steps: 3 })
      await expect(reader(page).getByText('https://example.org/dredging')).toBeVisible()
      const address = await app.nextLink(async () => {
        await page.keyboard.down('Control')
        await page.mouse.click(at.x, at.y)
        await page.keyboard.up('Control')
      })
      expect(address).toBe('https://example.org/dredging')
    })
  },
)
