import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/app'
import { violations } from './support/axe'
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
import { message, messages } from './support/messages'
import { projectFile, projectsFolder, readProject, settled } from './support/on-disk'
import { beside, claimsIn, closeProject, loadAgain, openRecent } from './support/projects'
import { EVIDENCE, GROUND, HEDGING, openSample } from './support/sample-map'

test('a project opens at the article and map that were shown last', async ({ app }) => {
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

test('another program’s version of the file is kept aside and reported, and the work here is saved', async ({
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
  const told = message(page, 'Another program changed the project’s file')
  await expect(told).toBeVisible()
  const kept = /kept as “(.+?)”/.exec(await told.innerText())?.[1]
  expect(await readFile(kept!, 'utf8')).toBe(theirs)
  await saved(page)
  expect(await claimsIn(path)).toEqual(['Written after', 'Written here'])
  await page.getByRole('button', { name: 'Merge both versions' }).click()
  await expect(message(page, 'Both versions are merged')).toBeVisible()
  await saved(page)
  expect(await claimsIn(path)).toEqual(['Written after', 'Written there'])
})

test('a file that was only touched causes no copy and no message', { tag: '@page' }, async ({ app }) => {
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

test('Saved means on disk: the file then has what is on screen', async ({ app }) => {
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

test('a project open in one instance is read-only in the other, and can be taken over once it is closed', async ({
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
    const banner = other.page.getByRole('status', { name: 'Read-only' })
    await expect(banner).toContainText(/open in another Counterpoint \(.* edition, since \d\d:\d\d\)/)
    await expect(card(other.page, 'Written here')).toBeVisible()
    await expect(saveState(other.page)).toHaveText('Read-only')
    await map(other.page).getByRole('button', { name: 'New claim' }).click()
    await map(other.page).getByRole('textbox', { name: 'New claim' }).fill('Written where it may not be')
    await other.page.keyboard.press('Enter')
    await expect(message(other.page, 'Nothing was changed: the project is read-only')).toBeVisible()
    expect(await violations(other.page)).toEqual([])
    expect(await readFile(path)).toEqual(before)

    await closeProject(page)
    await banner.getByRole('button', { name: 'Take over' }).click()
    await expect(banner).toHaveCount(0)
    await newClaim(other.page, 'Written there')
    await saved(other.page)
    await openRecent(page, 'Only once')
    await expect(page.getByRole('status', { name: 'Read-only' })).toBeVisible()
    await expect(card(page, 'Written there')).toBeVisible()
  })
})

test(
  'going to a hidden claim of a read-only project shows the card that hides it',
  { tag: '@page' },
  async ({ app }) => {
    const { page } = app
    await openSample(app)
    await card(page, HEDGING).click()
    await page.keyboard.press('h')
    await expect(card(page, GROUND)).toHaveCount(0)
    await saved(page)
    const folder = projectsFolder(app)
    const [fileName = ''] = (await readdir(folder)).filter((name) => name.endsWith('.json'))

    await beside(app, join(folder, fileName), async ({ page: other }) => {
      await expect(card(other, HEDGING)).toBeVisible()
      await map(other).getByRole('button', { name: 'Find on the map' }).click()
      await other.keyboard.type('patriots wishes')
      await other.keyboard.press('Enter')
      await expect(inspector(other).getByLabel('Wording')).toHaveValue(EVIDENCE)
      await expect(card(other, HEDGING)).toBeInViewport()
      await expect(card(other, EVIDENCE)).toHaveCount(0)
      await expect(messages(other).getByRole('paragraph')).toHaveCount(0)
    })
  },
)

test('an earlier state can be restored in three clicks, in place or as a new project', async ({ app }) => {
  const { page } = app
  await startProject(app, 'Looked back')
  await page.getByRole('button', { name: 'History' }).click()
  const dialog = page.getByRole('dialog', { name: 'History' })
  await expect(dialog.getByRole('button', { name: /^Restore/ })).toHaveCount(1)
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
    .getByRole('button', { name: /^Restore/ })
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

test('after a reload, the project is opened again, with nothing lost', async ({ app }) => {
  await startProject(app, 'Loaded again')
  await newClaim(app.page, 'Written before')
  await saved(app.page)
  await loadAgain(app, 'Loaded again')
  await expect(card(app.page, 'Written before')).toBeVisible()
  await newClaim(app.page, 'Written after')
  await saved(app.page)
  expect(await claimsIn(projectFile(app, 'Loaded again'))).toEqual(['Written after', 'Written before'])
})

test('a project closed after a reload is free for another Counterpoint', async ({ app }) => {
  await startProject(app, 'Let go')
  await newClaim(app.page, 'Written here')
  await saved(app.page)
  await loadAgain(app, 'Let go')
  await expect(card(app.page, 'Written here')).toBeVisible()
  await closeProject(app.page)
  await beside(app, projectFile(app, 'Let go'), async (other) => {
    await expect(card(other.page, 'Written here')).toBeVisible()
  })
})
