import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type App } from './support/app'
import { violations } from './support/axe'
import { card, newClaim, saved, saveState, startProject } from './support/desk'
import { closeMessages, message } from './support/messages'
import { projectFile, projectsFolder, settled } from './support/on-disk'
import { beside, claimsIn, closeProject, openRecent } from './support/projects'

test.describe('if the project’s folder cannot be written to', () => {
  const hidden = (app: App) => join(app.dataFolder, 'moved away')

  test('the status says Not saved and why, work continues, and everything is saved once the folder is back', async ({
    app,
  }) => {
    const { page } = app
    await startProject(app, 'Patience')
    await newClaim(page, 'Written before')
    await saved(page)

    await rename(projectsFolder(app), hidden(app))
    await newClaim(page, 'Written meanwhile')
    await expect(saveState(page)).toHaveText('Not saved: its folder is no longer there')
    await expect(page.getByRole('contentinfo')).toContainText('Keep working')
    await newClaim(page, 'Written on and on')
    await page.getByRole('button', { name: /^Undo/ }).click()
    await page.getByRole('button', { name: /^Redo/ }).click()
    await expect(card(page, 'Written meanwhile')).toBeVisible()
    await page.getByRole('button', { name: 'Close project' }).click()
    await expect(message(page, 'was not closed, because not everything is saved yet')).toBeVisible()

    await rename(hidden(app), projectsFolder(app))
    await saved(page)
    expect(await claimsIn(projectFile(app, 'Patience'))).toEqual([
      'Written before',
      'Written meanwhile',
      'Written on and on',
    ])
  })

  test(
    'the reason is a phrase, whatever is in the way, and that is not changed',
    { tag: '@page' },
    async ({ app }) => {
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
    },
  )

  test(
    'a folder in place of the project’s file is not changed, and the project is saved once it is gone',
    { tag: '@page' },
    async ({ app }) => {
      const { page } = app
      await startProject(app, 'Supplanted')
      await saved(page)
      const path = projectFile(app, 'Supplanted')
      await rename(path, hidden(app))
      await mkdir(path)
      await newClaim(page, 'Written meanwhile')
      await expect(saveState(page)).toHaveText('Not saved: there is a folder with that name')
      await rm(path, { recursive: true })
      await rename(hidden(app), path)
      await saved(page)
      expect(await claimsIn(path)).toEqual(['Written meanwhile'])
    },
  )

  test('a copy saved elsewhere opens, with everything in it', async ({ app }) => {
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

test('a vanished file is reported and never recreated silently; the user can recreate it or save a copy', async ({
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
  await expect(told).toContainText('Vanished.json” is no longer there')
  expect(await violations(page)).toEqual([])
  await newClaim(page, 'Written meanwhile')
  await expect(page.getByRole('contentinfo')).toContainText('Keep working')
  const copy = await app.nextSave(() => page.getByRole('button', { name: 'Save a copy elsewhere' }).click())
  expect(String(copy.bytes)).toContain('Written meanwhile')
  await page.getByRole('button', { name: 'Close project' }).click()
  await page.getByRole('button', { name: 'Close anyway…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Keep open' }).click()
  // The lock tells other machines that the project is open.
  expect(await readdir(projectsFolder(app))).toEqual(['Vanished.json.lock'])

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
  await page.getByRole('button', { name: 'Close anyway…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Close without saving' }).click()
  await openRecent(page, 'Vanished')
  await expect(message(page, 'The file “Vanished.json” does not exist any more')).toBeVisible()
  expect(await readdir(app.dataFolder)).not.toContain('projects')
})

test.describe('a project without write permission', () => {
  test.skip(
    ({ target }) => target === 'electron',
    'only the server can be started as another user, and root may write to everything',
  )
  test.skip(process.platform === 'win32', 'Windows has no such permission to take away')

  test('opens with the reason why it cannot be saved, can be copied, and is saved once it is writable', async ({
    app,
  }) => {
    await startProject(app, 'Fixed')
    await newClaim(app.page, 'Written before')
    await saved(app.page)
    await closeProject(app.page)
    await settled(projectFile(app, 'Fixed'))
    // Root may write everywhere, so use another user's number.
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
        await expect(saveState(page)).toHaveText(`Not saved: ${REASON}`)
        const copy = await nextSave(() =>
          page.getByRole('contentinfo').getByRole('button', { name: 'Save a copy elsewhere' }).click(),
        )
        expect(String(copy.bytes)).toContain('Written all the same')
        await chmod(folder, 0o555)
        await chmod(path, 0o644)
        await newClaim(page, 'Written where nothing may be made')
        await expect(saveState(page)).toHaveText(`Not saved: ${REASON}`)
        expect(await readdir(folder)).toEqual(['Fixed.json', 'Fixed.json.lock'])
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

test(
  'a history that cannot be written is reported once, and the work is still saved',
  { tag: '@page' },
  async ({ app }) => {
    const { page } = app
    const told = message(page, 'the history of this project cannot be written')
    await startProject(app, 'Unkept')
    await newClaim(page, 'Kept')
    await saved(page)
    const path = projectFile(app, 'Unkept')
    await settled(path)
    const generations = join(app.dataFolder, 'generations')
    await rename(generations, join(app.dataFolder, 'moved away'))
    await writeFile(generations, 'a file in the place of the folder')
    await newClaim(page, 'Not kept')
    await saved(page)
    await settled(path)
    await newClaim(page, 'Told')
    await expect(told).toContainText('Your work is saved')
    await expect(told).toContainText(generations)
    await expect(saveState(page)).toHaveText('Saved')
    await closeMessages(page)
    await newClaim(page, 'Not told again')
    await saved(page)
    await expect(told).toHaveCount(0)
    expect(await claimsIn(path)).toEqual(['Kept', 'Not kept', 'Not told again', 'Told'])

    await rm(generations)
    await newClaim(page, 'Kept again')
    await saved(page)
    await settled(path)
    await page.getByRole('button', { name: 'History' }).click()
    const kept = page.getByRole('list', { name: 'Earlier states' })
    await expect(kept).toContainText('5 claims')
  },
)
