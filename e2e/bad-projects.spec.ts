import { rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { expect, test, type App } from './support/app'
import { JPEG, HALF_A_HUNDRED_MEGABYTES, emptyProject, filesIn } from './support/bad-files'
import { importFiles, inspector, saved, startProject } from './support/desk'
import { dropOnWindow } from './support/drop'
import { catchFileChoosers } from './support/file-choosers'
import { closeMessages, message, messages } from './support/messages'
import { projectFile, projectsFolder, snapshot } from './support/on-disk'

/** The line of the import report about a file. */
const reported = (app: App, fileName: string) =>
  inspector(app.page)
    .getByRole('region', { name: 'Import report' })
    .getByRole('listitem')
    .filter({ hasText: fileName })

const NO_PROJECTS: readonly { fileName: string; content: string | Uint8Array; wrong: RegExp }[] = [
  { fileName: 'recipe.json', content: '{"title": "Soup"}\n', wrong: /not a Counterpoint project/ },
  { fileName: 'letter.json', content: 'Dear colleague,\n', wrong: /not a Counterpoint project/ },
  { fileName: 'photo.json', content: JPEG, wrong: /not a Counterpoint project|not UTF-8/ },
  { fileName: 'nothing.json', content: '', wrong: /is empty/ },
  {
    fileName: 'cut short.json',
    content: JSON.stringify(emptyProject('Cut short')).slice(0, -40),
    wrong: /its JSON is incomplete/,
  },
  {
    fileName: 'tomorrow.json',
    content: JSON.stringify({
      ...emptyProject('Tomorrow'),
      version: 99,
      claims: [{ id: 'c', said: 'in a form of tomorrow' }],
    }),
    wrong: /newer Counterpoint .* Update Counterpoint/,
  },
  {
    fileName: 'poisoned.json',
    content: JSON.stringify(emptyProject('Poisoned')).replace('{', '{"__proto__": {"polluted": true},'),
    wrong: /“__proto__”/,
  },
  {
    fileName: 'dangling.json',
    content: JSON.stringify({
      ...emptyProject('Dangling'),
      placements: [{ id: 'p', map: 'none', claim: 'none', x: 0, y: 0, collapsed: false, pinned: false }],
    }),
    wrong: /The file is damaged/,
  },
]
const contents = Object.fromEntries(NO_PROJECTS.map(({ fileName, content }) => [fileName, content]))

test('an invalid project file is not opened or changed, and the open project stays', async ({ app }) => {
  const { page } = app
  catchFileChoosers(page)
  const paths = await filesIn(app.dataFolder, 'given', contents)
  await startProject(app, 'Stays open')
  await saved(page)
  const before = await snapshot(projectsFolder(app))
  const given = await snapshot(join(app.dataFolder, 'given'))

  for (const { fileName, wrong } of NO_PROJECTS) {
    const path = paths.find((each) => basename(each) === fileName)!
    await app.chooseProject(path, () => page.keyboard.press('Control+o'))
    await expect(message(page, wrong), fileName).toBeVisible()
    await closeMessages(page)
  }
  await expect(page.getByLabel('Project title')).toHaveValue('Stays open')
  await saved(page)
  expect(await snapshot(projectsFolder(app))).toEqual(before)
  expect(await snapshot(join(app.dataFolder, 'given'))).toEqual(given)
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false)
  await page.getByRole('button', { name: 'Close project' }).click()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
})

test('an invalid project file is not merged into the open project', async ({ app }) => {
  const { page } = app
  const paths = await filesIn(app.dataFolder, 'given', contents)
  await startProject(app, 'Not merged')
  await saved(page)
  const before = await snapshot(projectsFolder(app))
  for (const { fileName, wrong } of NO_PROJECTS) {
    await importFiles(
      app,
      paths.filter((path) => basename(path) === fileName),
    )
    await expect(reported(app, fileName)).toContainText(fileName === 'photo.json' ? /not text/ : wrong)
  }
  await saved(page)
  expect(await snapshot(projectsFolder(app))).toEqual(before)
})

test('Counterpoint started with a damaged project says what is wrong, and does not change the file', async ({
  app,
}) => {
  const [path = ''] = await filesIn(app.dataFolder, 'given', {
    'cut short.json': contents['cut short.json']!,
  })
  const before = await snapshot(dirname(path))
  await app.restart({ open: path })
  await expect(message(app.page, /its JSON is incomplete/)).toBeVisible()
  await expect(app.page.getByRole('button', { name: 'Start a new project' })).toBeVisible()
  expect(await snapshot(dirname(path))).toEqual(before)
})

test('a project that is too large is refused with a message', async ({ app }) => {
  const { page } = app
  const [path = ''] = await filesIn(app.dataFolder, 'given', {
    'endless.json': Buffer.alloc(HALF_A_HUNDRED_MEGABYTES, '{"words": "and words"}\n'),
  })
  await app.chooseProject(path, () => page.getByRole('button', { name: 'Open a project file…' }).click())
  await expect(messages(page)).toContainText(/endless|not a Counterpoint project/)
})

test('a recent project without its file is reported, and can be removed from the list', async ({ app }) => {
  const { page } = app
  await startProject(app, 'Moved away')
  await saved(page)
  await page.getByRole('button', { name: 'Close project' }).click()
  await expect(page.getByRole('heading', { name: 'Recent projects' })).toBeVisible()
  await rm(projectFile(app, 'Moved away'))
  await page.getByRole('button', { name: /^Moved away/ }).click()
  await expect(message(page, 'The file “Moved away.json” does not exist any more')).toBeVisible()
  await page.getByRole('button', { name: 'Remove “Moved away” from this list' }).click()
  await expect(page.getByText('None yet.')).toBeVisible()
})

test('an invalid file dropped on the start screen is refused with a message', async ({ app }) => {
  const paths = await filesIn(app.dataFolder, 'given', { 'cut short.json': contents['cut short.json']! })
  await dropOnWindow(app.page, paths)
  await expect(message(app.page, /“cut short.json” was not opened.*its JSON is incomplete/)).toBeVisible()
  await expect(app.page.getByText('None yet.')).toBeVisible()
})
