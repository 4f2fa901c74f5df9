import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type App, type RunningApp } from './support/app'
import { violations } from './support/axe'
import { startBrowserApp } from './support/browser-app'
import { watch } from './support/complaints'
import {
  card,
  inspector,
  map,
  newClaim,
  openArticle,
  reader,
  saved,
  saveState,
  startProject,
} from './support/desk'
import { message } from './support/messages'
import { projectFile, projectsFolder, readProject, settled } from './support/on-disk'

const claimsIn = async (path: string): Promise<string[]> =>
  (await readProject(path)).claims.map(({ text }) => text).sort()

const openRecent = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`^${title}`) }).click()

/** In a browser a person reloads the tab; the desktop's window has no such command, and is started again. */
const loadAgain = async (app: App): Promise<unknown> =>
  app.target === 'browser' ? app.page.reload() : app.restart()

const closeProject = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Close project' }).click()
  await expect(page.getByRole('heading', { name: 'Recent projects' })).toBeVisible()
}

/** Another Counterpoint, with a data folder of its own, that is asked to open the file. */
async function beside(
  app: App,
  path: string,
  use: (other: RunningApp) => Promise<void>,
  user?: number,
): Promise<void> {
  const complaints: string[] = []
  const dataFolder = join(app.dataFolder, 'beside')
  const other = await startBrowserApp({ dataFolder, open: path, user }, (page) => {
    page.setDefaultTimeout(15_000)
    return watch(page, complaints)
  })
  try {
    await use(other)
  } finally {
    await other.close()
  }
  expect(complaints, 'what the other page complained of').toEqual([])
}

test('a project opens at the article and the map that it showed last', async ({ app }) => {
  const { page } = app
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await openArticle(page, 2)
  const title = reader(page).getByRole('heading', { level: 1 })
  const read = await title.innerText()
  await map(page).getByRole('button', { name: 'New map' }).click()
  await expect(map(page).locator('[data-claim]')).toHaveCount(0)
  await saved(page)
  await closeProject(page)
  await openRecent(page, 'Why did Turkey')
  await expect(title).toHaveText(read)
  await expect(map(page)).toContainText('This map is empty')
})

test.describe('when the project’s folder cannot be written to', () => {
  const hidden = (app: App) => join(app.dataFolder, 'moved away')

  test('it says Not saved and why, work goes on, and all is saved once the folder is back', async ({
    app,
  }) => {
    const { page } = app
    await startProject(app, 'Patience')
    await newClaim(page, 'Written before')
    await saved(page)

    await rename(projectsFolder(app), hidden(app))
    await newClaim(page, 'Written meanwhile')
    await expect(saveState(page)).toHaveText('Not saved: its folder is no longer there')
    await expect(page.getByRole('contentinfo')).toContainText('You can go on working')
    await newClaim(page, 'Written on and on')
    await page.getByRole('button', { name: /^Undo/ }).click()
    await page.getByRole('button', { name: /^Redo/ }).click()
    await expect(card(page, 'Written meanwhile')).toBeVisible()
    await page.getByRole('button', { name: 'Close project' }).click()
    await expect(message(page, 'stays open, because not everything is saved yet')).toBeVisible()

    await rename(hidden(app), projectsFolder(app))
    await saved(page)
    expect(await claimsIn(projectFile(app, 'Patience'))).toEqual([
      'Written before',
      'Written meanwhile',
      'Written on and on',
    ])
  })

  test('the reason is in words whatever stands in the way, and what stands there is not touched', async ({
    app,
  }) => {
    const { page } = app
    await startProject(app, 'In the way')
    await saved(page)
    await rename(projectsFolder(app), hidden(app))
    await writeFile(projectsFolder(app), 'a file where the folder was')
    await newClaim(page, 'Written meanwhile')
    await expect(saveState(page)).toHaveText(/^Not saved: ./)
    await expect(saveState(page)).not.toContainText(app.dataFolder)
    await expect(saveState(page)).not.toContainText(/\bE[A-Z]{3,}\b|errno|syscall/)
    expect(await readFile(projectsFolder(app), 'utf8')).toBe('a file where the folder was')

    await rm(projectsFolder(app))
    await rename(hidden(app), projectsFolder(app))
    await saved(page)
    expect(await claimsIn(projectFile(app, 'In the way'))).toEqual(['Written meanwhile'])
  })

  test('a folder in the place of the project’s file is left alone, and it is saved once that has gone', async ({
    app,
  }) => {
    const { page } = app
    await startProject(app, 'Supplanted')
    await saved(page)
    const path = projectFile(app, 'Supplanted')
    await rename(path, hidden(app))
    await mkdir(path)
    await newClaim(page, 'Written meanwhile')
    await expect(saveState(page)).toHaveText('Not saved: there is a folder of that name')
    await rm(path, { recursive: true })
    await rename(hidden(app), path)
    await saved(page)
    expect(await claimsIn(path)).toEqual(['Written meanwhile'])
  })

  test('a copy saved elsewhere is a project that opens, with everything in it', async ({ app }) => {
    const { page } = app
    await startProject(app, 'Copied')
    await newClaim(page, 'Written before')
    await saved(page)
    await rename(projectsFolder(app), hidden(app))
    await newClaim(page, 'Written meanwhile')
    await expect(saveState(page)).toHaveText(/^Not saved/)
    const copy = await app.nextSave(() => page.getByRole('button', { name: 'Save a copy elsewhere' }).click())
    expect(copy.fileName).toMatch(/^Copied.*\.json$/)
    const path = join(app.dataFolder, 'the copy.json')
    await writeFile(path, copy.bytes)

    await rename(hidden(app), projectsFolder(app))
    await saved(page)
    await closeProject(page)
    await app.chooseProject(path, () => page.getByRole('button', { name: 'Open a project file…' }).click())
    await expect(page.getByLabel('Project title')).toHaveValue('Copied')
    await expect(card(page, 'Written before')).toBeVisible()
    await expect(card(page, 'Written meanwhile')).toBeVisible()
    await saved(page)
  })
})

test('a file that vanishes is told of and never made anew in silence; the user has it made again or keeps a copy', async ({
  app,
}) => {
  const { page } = app
  await startProject(app, 'Vanished')
  await newClaim(page, 'Written before')
  await saved(page)
  const path = projectFile(app, 'Vanished')
  await settled(path)
  const told = page.getByRole('alert', { name: 'The project’s file has vanished' })
  const comeBack = () => page.evaluate(() => window.dispatchEvent(new Event('focus')))

  await rm(path)
  await comeBack()
  await expect(saveState(page)).toHaveText('Not saved: the project’s file is no longer there')
  await expect(told).toContainText('Vanished.json” is no longer where it was')
  expect(await violations(page)).toEqual([])
  await newClaim(page, 'Written meanwhile')
  await expect(page.getByRole('contentinfo')).toContainText('You can go on working')
  const copy = await app.nextSave(() => page.getByRole('button', { name: 'Save a copy elsewhere' }).click())
  expect(String(copy.bytes)).toContain('Written meanwhile')
  await page.getByRole('button', { name: 'Close project' }).click()
  await page.getByRole('button', { name: 'Close it anyway…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Keep open' }).click()
  expect(await readdir(projectsFolder(app))).toEqual([])

  await told.getByRole('button', { name: 'Save it there again' }).click()
  await saved(page)
  await expect(told).toHaveCount(0)
  await expect(message(page, 'is saved as')).toBeVisible()
  expect(await claimsIn(path)).toEqual(['Written before', 'Written meanwhile'])
  await newClaim(page, 'Written after')
  await saved(page)
  await settled(path)

  await rename(projectsFolder(app), join(app.dataFolder, 'elsewhere'))
  await comeBack()
  await expect(saveState(page)).toHaveText('Not saved: its folder is no longer there')
  await page.getByRole('button', { name: 'Close project' }).click()
  await page.getByRole('button', { name: 'Close it anyway…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close without saving' }).click()
  await openRecent(page, 'Vanished')
  await expect(message(page, 'There is no file “Vanished.json” any more')).toBeVisible()
  expect(await readdir(app.dataFolder)).not.toContain('projects')
})

test.describe('a project that its user has no permission to write to', () => {
  test.skip(
    ({ target }) => target === 'electron',
    'only the server can be started as another user, and root may write to everything',
  )
  test.skip(process.platform === 'win32', 'Windows has no such permission to take away')

  test('opens and says that it cannot be saved and why; a copy can, and it is saved once it may be', async ({
    app,
  }) => {
    await startProject(app, 'Fixed')
    await newClaim(app.page, 'Written before')
    await saved(app.page)
    await closeProject(app.page)
    await settled(projectFile(app, 'Fixed'))
    // Root may write to anything: another user's number stands for anybody else.
    const user = process.getuid?.() === 0 ? 65534 : undefined
    const [path, folder] = [projectFile(app, 'Fixed'), projectsFolder(app)]
    await mkdir(join(app.dataFolder, 'beside'))
    await chmod(app.dataFolder, 0o755)
    if (user) for (const each of [join(app.dataFolder, 'beside'), folder, path]) await chown(each, user, user)
    const before = await readFile(path)
    const REASON = 'there is no permission to write there'

    await chmod(path, 0o444)
    await beside(
      app,
      path,
      async ({ page, nextSave }) => {
        await expect(message(page, `cannot be written: ${REASON}`)).toBeVisible()
        await expect(card(page, 'Written before')).toBeVisible()
        await newClaim(page, 'Written all the same')
        await expect(saveState(page)).toHaveText(`Not saved: ${REASON}`, { timeout: 2000 })
        const copy = await nextSave(() =>
          page.getByRole('contentinfo').getByRole('button', { name: 'Save a copy elsewhere' }).click(),
        )
        expect(String(copy.bytes)).toContain('Written all the same')
        await chmod(folder, 0o555)
        await chmod(path, 0o644)
        await newClaim(page, 'Written where nothing may be made')
        await expect(saveState(page)).toHaveText(`Not saved: ${REASON}`)
        expect(await readdir(folder)).toEqual(['Fixed.json'])
        expect(await readFile(path)).toEqual(before)
        await chmod(folder, 0o755)
        await saved(page)
        await closeProject(page)
        await settled(path)
        expect(await claimsIn(path)).toHaveLength(3)

        for (const [each, mode] of [
          [path, 0o644],
          [folder, 0o755],
        ] as const) {
          await chmod(each, 0)
          await openRecent(page, 'Fixed')
          await expect(message(page, 'could not be read: there is no permission to read it')).toBeVisible()
          await page.getByRole('button', { name: 'Close message' }).last().click()
          await chmod(each, mode)
        }
      },
      user,
    )
  })
})

test('what another program made of the file is kept aside and told of, and the work here is saved', async ({
  app,
}) => {
  const { page } = app
  await startProject(app, 'Twice changed')
  await newClaim(page, 'Written here')
  await saved(page)
  const path = projectFile(app, 'Twice changed')
  await settled(path)
  const theirs = (await readFile(path, 'utf8')).replace('Written here', 'Written there')
  await writeFile(path, theirs)

  await newClaim(page, 'Written after')
  const told = message(page, 'Another program had changed the project’s file')
  await expect(told).toBeVisible()
  const kept = /kept as “(.+?)”/.exec(await told.innerText())?.[1]
  expect(await readFile(kept!, 'utf8')).toBe(theirs)
  await saved(page)
  expect(await claimsIn(path)).toEqual(['Written after', 'Written here'])
  await page.getByRole('button', { name: 'Merge theirs into yours' }).click()
  await expect(message(page, 'Both versions are one now')).toBeVisible()
  await saved(page)
  expect(await claimsIn(path)).toEqual(['Written after', 'Written here', 'Written there'])
})

test('a file that was only touched, not changed, makes no copy and no fuss', async ({ app }) => {
  const { page } = app
  await startProject(app, 'Touched')
  await saved(page)
  const path = projectFile(app, 'Touched')
  await settled(path)
  await writeFile(path, await readFile(path))
  await newClaim(page, 'Written after')
  await saved(page)
  await expect(message(page, 'Another program')).toHaveCount(0)
  await expect.poll(() => claimsIn(path)).toEqual(['Written after'])
})

test('Saved means on disk: what the file holds then is what is on screen', async ({ app }) => {
  const { page } = app
  await startProject(app, 'On disk')
  for (const words of ['First words', 'Second words', 'Third words']) {
    await newClaim(page, words)
    await inspector(page).getByLabel('Note', { exact: true }).fill(`on ${words}`)
    await saved(page)
    const { claims } = await readProject(projectFile(app, 'On disk'))
    expect(claims.find(({ text }) => text === words)?.note).toBe(`on ${words}`)
  }
})

test('a project open in one can be read in the other, and is taken over once it is closed', async ({
  app,
}) => {
  const { page } = app
  await startProject(app, 'Only once')
  await newClaim(page, 'Written here')
  await saved(page)
  const path = projectFile(app, 'Only once')
  await settled(path)
  const before = await readFile(path)

  await beside(app, path, async (other) => {
    const banner = other.page.getByRole('status', { name: 'Reading only' })
    await expect(banner).toContainText(/open in another Counterpoint \(.* edition, since \d\d:\d\d\)/)
    await expect(card(other.page, 'Written here')).toBeVisible()
    await expect(saveState(other.page)).toHaveText('Open for reading only')
    await map(other.page).getByRole('button', { name: 'New claim' }).click()
    await map(other.page).getByRole('textbox', { name: 'New claim' }).fill('Written where it may not be')
    await other.page.keyboard.press('Enter')
    await expect(
      message(other.page, 'Nothing was changed: the project is open for reading only'),
    ).toBeVisible()
    expect(await violations(other.page)).toEqual([])
    expect(await readFile(path)).toEqual(before)

    await closeProject(page)
    await banner.getByRole('button', { name: 'Take over' }).click()
    await expect(banner).toHaveCount(0)
    await newClaim(other.page, 'Written there')
    await saved(other.page)
    await openRecent(page, 'Only once')
    await expect(page.getByRole('status', { name: 'Reading only' })).toBeVisible()
    await expect(card(page, 'Written there')).toBeVisible()
  })
})

test('an earlier state comes back in three clicks, in place or as a project of its own', async ({ app }) => {
  const { page } = app
  await startProject(app, 'Looked back')
  await page.getByRole('button', { name: 'History' }).click()
  const dialog = page.getByRole('dialog', { name: 'History' })
  await expect(dialog.getByText('Nothing is kept yet')).toBeVisible()
  await page.keyboard.press('Escape')
  await newClaim(page, 'Written first')
  await saved(page)
  await settled(projectFile(app, 'Looked back'))
  await newClaim(page, 'Written second')
  await saved(page)
  await settled(projectFile(app, 'Looked back'))

  await page.getByRole('button', { name: 'History' }).click()
  const states = dialog.getByRole('listitem')
  await expect(states).toHaveCount(3)
  await expect(states.first()).toContainText('2 claims')
  await expect(states.first()).toContainText('1 claim added')
  await expect(states.first()).toContainText('Written second')
  expect(await violations(page)).toEqual([])
  await states
    .nth(1)
    .getByRole('button', { name: /^Restore here/ })
    .click()
  await expect(card(page, 'Written first')).toBeVisible()
  await expect(card(page, 'Written second')).toHaveCount(0)
  await saved(page)
  expect(await claimsIn(projectFile(app, 'Looked back'))).toEqual(['Written first'])
  await page.getByRole('button', { name: 'Undo restore an earlier state' }).click()
  await expect(card(page, 'Written second')).toBeVisible()
  await saved(page)

  await page.getByRole('button', { name: 'History' }).click()
  await states
    .last()
    .getByRole('button', { name: /^Open as a new project/ })
    .click()
  await expect(card(page, 'Written first')).toHaveCount(0)
  await saved(page)
  expect(await claimsIn(projectFile(app, 'Looked back 2'))).toEqual([])
  expect(await claimsIn(projectFile(app, 'Looked back'))).toEqual(['Written first', 'Written second'])
})

test('loaded again, it has the project among the recent ones, with nothing lost', async ({ app }) => {
  await startProject(app, 'Loaded again')
  await newClaim(app.page, 'Written before')
  await saved(app.page)
  await loadAgain(app)
  await openRecent(app.page, 'Loaded again')
  await expect(card(app.page, 'Written before')).toBeVisible()
  await newClaim(app.page, 'Written after')
  await saved(app.page)
  expect(await claimsIn(projectFile(app, 'Loaded again'))).toEqual(['Written after', 'Written before'])
})

test('a project closed after it was all loaded again is free for another Counterpoint', async ({ app }) => {
  await startProject(app, 'Let go')
  await newClaim(app.page, 'Written here')
  await saved(app.page)
  await loadAgain(app)
  await openRecent(app.page, 'Let go')
  await expect(card(app.page, 'Written here')).toBeVisible()
  await closeProject(app.page)
  await beside(app, projectFile(app, 'Let go'), async (other) => {
    await expect(card(other.page, 'Written here')).toBeVisible()
  })
})

test.describe('with one project in two tabs', () => {
  test.skip(({ target }) => target === 'electron', 'the desktop edition has one window')

  test('a change made in the tab that is behind is refused in words, and overwrites nothing', async ({
    app,
  }) => {
    const { page } = app
    await startProject(app, 'Two tabs')
    await saved(page)
    const path = projectFile(app, 'Two tabs')
    const token = await page.evaluate(() => sessionStorage.getItem('token'))
    const second = await page.context().newPage()
    const complaints: string[] = []
    await watch(second, complaints)
    await second.goto(`${new URL(page.url()).origin}/#token=${token}`)
    await openRecent(second, 'Two tabs')
    await saved(second)

    await newClaim(page, 'Written first')
    await saved(page)
    await newClaim(second, 'Written behind')
    await expect(saveState(second)).toHaveText(/^Not saved: .*changed in another window/)
    await expect(card(second, 'Written behind')).toBeVisible()
    expect(await claimsIn(path)).toEqual(['Written first'])

    const download = second.waitForEvent('download')
    await second.getByRole('button', { name: 'Save a copy elsewhere' }).click()
    expect(await claimsIn(await (await download).path())).toEqual(['Written behind'])

    await second.getByRole('button', { name: 'Read the file again' }).click()
    await expect(card(second, 'Written first')).toBeVisible()
    await expect(card(second, 'Written behind')).toHaveCount(0)
    await newClaim(second, 'Written in turn')
    await saved(second)
    expect(await claimsIn(path)).toEqual(['Written first', 'Written in turn'])
    expect(complaints, 'what the second tab complained of').toEqual([])
  })
})
