import { dirname, join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { expect, test, type App } from './support/app'
import { JPEG, HALF_A_HUNDRED_MEGABYTES, article, emptyProject, filesIn } from './support/bad-files'
import {
  card,
  importFiles,
  inspector,
  library,
  map,
  openArticle,
  showDetails,
  reader,
  saved,
  selectWords,
  startProject,
} from './support/desk'
import { dropOnWindow } from './support/drop'

import { projectFile, projectsFolder, readProject, snapshot } from './support/on-disk'

/** A message must contain an instruction for the user. */
const ADVICE = /\b(Choose|Split|Save|Export|Update|Import|Open|Copy|Restore|What can be)\b/

/** The line of the import report about a file. */
const reported = (app: App, fileName: string) =>
  inspector(app.page)
    .getByRole('region', { name: 'Import report' })
    .getByRole('listitem')
    .filter({ hasText: fileName })

const sources = (app: App) => library(app.page).getByRole('listbox', { name: 'Articles' }).getByRole('option')

test('combining marks are limited, even in the original text', async ({ app }) => {
  const { page } = app
  const tower = `A letter o${'\u0301'.repeat(5000)} under a tower.`
  await startProject(app, 'Towers')
  await importFiles(app, await filesIn(app.dataFolder, 'given', { 'tower.txt': tower }))
  await openArticle(page, 0)
  await showDetails(page)
  await inspector(page).getByText('Original text').click()
  await reader(page).getByRole('button', { name: 'Original text' }).click()
  for (const pane of [reader(page), inspector(page)]) {
    await expect(pane.locator('pre')).toContainText('under a tower')
    expect(await pane.locator('pre').textContent()).not.toMatch(/\p{M}{31}/u)
  }
})

test.describe('importing', () => {
  for (const { fileName, content, wrong } of [
    { fileName: 'film.mp4', content: JPEG, wrong: /kind of file cannot be imported/ },
    { fileName: 'sums.xlsx', content: 'PK\u0003\u0004', wrong: /kind of file cannot be imported/ },
    { fileName: 'photo.txt', content: JPEG, wrong: /is not text/ },
    { fileName: 'nothing.txt', content: '', wrong: /is empty/ },
    { fileName: 'blank.md', content: ' \n\n\t\n', wrong: /has no text/ },
  ]) {
    test(`${fileName} is refused with its name, the reason and advice; nothing changes`, async ({ app }) => {
      const [path = ''] = await filesIn(app.dataFolder, 'given', { [fileName]: content })
      await startProject(app, 'Untouched')
      await saved(app.page)
      const before = await snapshot(projectsFolder(app))
      const given = await snapshot(dirname(path))

      await importFiles(app, [path])
      await expect(reported(app, fileName)).toContainText('not imported')
      await expect(reported(app, fileName)).toContainText(wrong)
      await expect(reported(app, fileName)).toContainText(ADVICE)
      await expect(library(app.page)).toContainText('No articles yet')
      await saved(app.page)
      expect(await snapshot(projectsFolder(app))).toEqual(before)
      expect(await snapshot(dirname(path))).toEqual(given)
    })
  }

  test('bad files among good ones do not stop the good ones', async ({ app }) => {
    const paths = await filesIn(app.dataFolder, 'given', {
      'one.txt': article('The first reading'),
      'photo.txt': JPEG,
      'two.md': `# ${article('The second reading')}`,
      'film.mp4': JPEG,
      'three.txt': article('The third reading'),
    })
    await startProject(app, 'Mixed')
    await importFiles(app, paths)
    await expect(sources(app)).toHaveText([/The first reading/, /The second reading/, /The third reading/])
    await expect(reported(app, 'photo.txt')).toContainText('not imported')
    await expect(reported(app, 'film.mp4')).toContainText('not imported')
    await saved(app.page)
    expect((await readProject(projectFile(app, 'Mixed'))).sources).toHaveLength(3)
  })

  test('each of many unreadable files is named', async ({ app }) => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `film ${letter}.mp4`)
    const paths = await filesIn(
      app.dataFolder,
      'given',
      Object.fromEntries([...names.map((name) => [name, JPEG]), ['good.txt', article('A reading')]]),
    )
    await startProject(app, 'Many')
    await importFiles(app, paths)
    await expect(sources(app)).toHaveText([/A reading/])
    for (const name of names) await expect(reported(app, name)).toContainText('not imported')
  })

  test('an article that is too long is refused with its name, and the others are imported', async ({
    app,
  }) => {
    const paths = await filesIn(app.dataFolder, 'given', {
      'endless.txt': Buffer.alloc(HALF_A_HUNDRED_MEGABYTES, 'A word and another.\n'),
      'short.txt': article('A short reading'),
    })
    await startProject(app, 'Too long')
    await importFiles(app, paths)
    await expect(reported(app, 'endless.txt')).toContainText('50 MB')
    await expect(reported(app, 'endless.txt')).toContainText(ADVICE)
    await expect(sources(app)).toHaveText([/A short reading/])
  })

  test('an article that is not UTF-8 is decoded, and its encoding is named', async ({ app }) => {
    const { page } = app
    const windows = Buffer.from(
      article('The \x93hedge\x94', 'He said \x93no\x94 \x96 twice; it cost \x80100, d\xe9j\xe0 vu.'),
      'latin1',
    )
    const [path = ''] = await filesIn(app.dataFolder, 'given', { 'old.txt': windows })
    await startProject(app, 'Old letters')
    await importFiles(app, [path])
    await expect(reader(page).getByRole('heading', { name: 'The “hedge”' })).toBeVisible()
    await expect(reader(page)).toContainText('He said “no” – twice; it cost €100, déjà vu.')
    await openArticle(page, 0)
    await showDetails(page)
    await expect(inspector(page)).toContainText('old.txt · windows-1252')
  })

  test('Windows line ends and a byte order mark are not in the text', async ({ app }) => {
    const { page } = app
    const text = '\uFEFF' + article('Two lines', 'First paragraph.', 'Second paragraph.')
    const [path = ''] = await filesIn(app.dataFolder, 'given', {
      'dos.txt': text.replaceAll('\n', '\r\n'),
    })
    await startProject(app, 'From Windows')
    await importFiles(app, [path])
    await expect(reader(page).locator('article > p[data-start]')).toHaveText([
      'First paragraph.',
      'Second paragraph.',
    ])
    await openArticle(page, 0)
    await showDetails(page)
    await expect(inspector(page)).toContainText('dos.txt · UTF-8')
    await saved(page)
    const [source] = (await readProject(projectFile(app, 'From Windows'))).sources
    expect(source?.title).toBe('Two lines')
    expect(source?.text).not.toMatch(/[\r\uFEFF]/)
  })
})

const HOSTILE =
  '<script>window.ran = 1</script><img src="x" onerror="window.ran = 2"> <a href="javascript:window.ran=3">go</a>'
const HOSTILE_LINK = '[read on](javascript:window.ran=4) <svg onload="window.ran = 5"></svg>'

test('code in an article, a claim, a note or a title is shown as text and never runs', async ({ app }) => {
  const { page } = app
  const ran = () => page.evaluate(() => (window as { ran?: number }).ran)
  const paths = await filesIn(app.dataFolder, 'given', {
    'hostile.txt': article(`${HOSTILE} title`, HOSTILE, HOSTILE_LINK),
    'hostile.md': `# ${article(`Another ${HOSTILE}`)}\n${HOSTILE_LINK}\n`,
  })
  await startProject(app, HOSTILE)
  await importFiles(app, paths)
  await expect(sources(app)).toHaveCount(2)

  // Code that a page would run is not text of a Markdown article; in plain text it is.
  for (const [index, words] of [
    [1, 'read on'],
    [0, '<script>window.ran = 1</script>'],
  ] as const) {
    await openArticle(page, index)
    await expect(reader(page).locator('article')).toContainText(words)
    await expect(reader(page).locator('article').locator('script, img, svg, a')).toHaveCount(0)
  }
  await selectWords(page, { paragraph: 0, from: 0, to: 9 })
  await page.keyboard.press('m')
  await inspector(page).getByLabel('Wording').fill(HOSTILE)
  await inspector(page).getByLabel('Note', { exact: true }).fill(HOSTILE)
  await inspector(page).getByLabel('Tags').fill(HOSTILE.slice(0, 100))
  await page.getByLabel('Map name').fill(HOSTILE)
  await page.getByLabel('Map name').press('Enter')
  await expect(card(page, 'onerror')).toContainText('window.ran = 1')
  await expect(map(page).locator('.svelte-flow__node').locator('script, img, a')).toHaveCount(0)
  await expect(page.getByLabel('Project title')).toHaveValue(HOSTILE)
  await expect(page).toHaveTitle(`${HOSTILE} · Counterpoint`)

  const svg = await app.nextSave(async () => {
    await page.keyboard.press('Control+e')
    await page.getByLabel('Picture (SVG)').check()
    await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
  })
  expect(svg.fileName).not.toMatch(/[<>:"/\\|?*]/)
  const picture = new DOMParser().parseFromString(svg.bytes.toString(), 'image/svg+xml')
  const elements = [...picture.getElementsByTagName('*')]
  expect(elements.length).toBeGreaterThan(5)
  const names = elements.map(({ localName }) => localName)
  expect(names.filter((name) => /^(script|img|image|a|foreignObject)$/.test(name ?? ''))).toEqual([])
  const attributes = elements.flatMap((element) => [...element.attributes])
  expect(attributes.filter(({ name, value }) => /^on/.test(name) || /javascript:/.test(value))).toEqual([])
  expect(svg.bytes.toString()).toContain('&lt;')

  await saved(page)
  await page.getByRole('button', { name: 'Close project' }).click()
  await expect(page.getByRole('heading', { name: 'Recent projects' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem')).toContainText('<script>')
  expect(await ran()).toBeUndefined()
})

test('a folder of articles dropped on the window is imported, including subfolders', async ({ app }) => {
  const folder = join(app.dataFolder, 'given')
  await filesIn(folder, 'readings', { 'one.txt': article('The first reading') })
  await filesIn(join(folder, 'readings'), 'more', { 'two.txt': article('The second reading') })
  await startProject(app, 'Dropped')
  await dropOnWindow(app.page, [join(folder, 'readings')])
  await expect(sources(app)).toHaveText([/The first reading/, /The second reading/])
  await saved(app.page)
})

test('articles dropped on the start screen become a new project', async ({ app }) => {
  const paths = await filesIn(app.dataFolder, 'given', { 'one.txt': article('The first reading') })
  await dropOnWindow(app.page, paths)
  await expect(sources(app)).toHaveText([/The first reading/])
  await saved(app.page)
})

test('a project dropped on the start screen is opened', async ({ app }) => {
  const paths = await filesIn(app.dataFolder, 'given', {
    'dropped.json': JSON.stringify(emptyProject('Dropped project')),
  })
  await dropOnWindow(app.page, paths)
  await expect(app.page.getByLabel('Project title')).toHaveValue('Dropped project')
})
