import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/app'
import {
  card,
  importFiles,
  importReport,
  inspector,
  map,
  newClaim,
  saved,
  selectWords,
  startProject,
} from './support/desk'
import { projectFile } from './support/on-disk'
import { closeProject, openRecent } from './support/projects'

const ARTICLE = 'Ankara signed for the batteries in spring. Moscow delivered them in summer.'

interface File {
  claims: { id: string; text: string }[]
  excerpts: object[]
  sources: { id: string; text: string }[]
}

/** What a colleague did to a copy of the file: both claims reworded, and the first sentence coded as a question. */
function theirsOf(text: string): string {
  const file = JSON.parse(text) as File
  const [source] = file.sources
  const coded = file.claims[0]!
  for (const claim of file.claims) claim.text = `${claim.text}, they say`
  file.claims.push({ ...coded, ...{ id: 'theirs', category: 'question' }, text: 'Why in spring?' })
  const passage = { start: 0, end: 13, exact: source!.text.slice(0, 13), prefix: '', suffix: '' }
  file.excerpts.push({ id: 'passage', claim: 'theirs', source: source!.id, ...passage, anchor: 'exact' })
  return JSON.stringify(file)
}

/** A version that does not say where it comes from. */
const withoutLineage = (text: string) =>
  JSON.stringify({ ...(JSON.parse(text) as object), revision: 90, lineage: [] })

test('two copies edited apart become one: agreement, two decisions by keys, undone and done again', async ({
  app,
}) => {
  const { page } = app
  const folder = join(app.dataFolder, 'copies')
  await mkdir(folder)
  const [article, theirs, before, copy] = ['report.txt', 'theirs.json', 'before.json', 'copy.json'].map(
    (name) => join(folder, name),
  )
  await writeFile(article!, ARTICLE)
  await startProject(app, 'Apart')
  await newClaim(page, 'It was hedging')
  await newClaim(page, 'It was a bribe')
  await importFiles(app, [article!])
  await expect(importReport(page)).toContainText('1 of 1 file imported')
  await saved(page)
  await closeProject(page)
  const read = () => readFile(projectFile(app, 'Apart'), 'utf8')
  // The file is rewritten from the journal after the project is closed.
  await expect.poll(async () => (JSON.parse(await read()) as File).sources.length).toBe(1)
  await writeFile(before!, await read())
  await writeFile(theirs!, theirsOf(await read()))
  await writeFile(copy!, withoutLineage(theirsOf(await read())))
  await openRecent(page, 'Apart')

  for (const words of ['It was hedging', 'It was a bribe']) {
    await card(page, words).click()
    const wording = inspector(page).getByLabel('Wording')
    await expect(wording).toHaveValue(words)
    await wording.fill(`${words}, I say`)
    await wording.blur()
    await expect(card(page, `${words}, I say`)).toBeVisible()
  }
  await selectWords(page, { paragraph: 0, from: 0, to: 2 })
  await page.keyboard.press('1')
  await saved(page)

  await importFiles(app, [theirs!])
  const report = importReport(page)
  await expect(report).toContainText(
    'Changed records in the other version: 4. Of these, 2 came in; 2 to decide',
  )
  await report.getByText('Agreement of the two coders').click()
  await expect(report).toContainText('In 1 article: 1 of 2 sentences agree')
  await expect(report.getByRole('list', { name: 'Sentences coded differently' })).toContainText(
    'Ankara signed',
  )

  await report.getByRole('button', { name: 'Decide 2 differences' }).click()
  const decisions = page.getByRole('region', { name: 'Decisions between two versions' })
  await expect(decisions).toContainText('1 of 2 to decide')
  await expect(map(page).getByRole('img', { name: 'To decide: mine or theirs' })).toHaveCount(2)
  await decisions.press('m')
  await expect(decisions).toContainText('1 of 1 to decide')
  await decisions.press('t')
  await expect(inspector(page)).toContainText('Nothing to decide')
  const [mine, other] = ['hedging', 'a bribe'].map((what) => card(page, `It was ${what}`))
  await expect(mine!.or(other!).filter({ hasText: 'I say' })).toHaveCount(1)
  await expect(mine!.or(other!).filter({ hasText: 'they say' })).toHaveCount(1)

  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByRole('button', { name: '2 to decide' })).toBeVisible()
  await expect(mine!.or(other!).filter({ hasText: 'I say' })).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect(mine!.or(other!).filter({ hasText: 'they say' })).toHaveCount(1)
  await expect(page.getByRole('button', { name: /to decide$/ })).toHaveCount(0)

  // The same changes come from a file that does not say where it comes from: the user says it.
  await importFiles(app, [copy!])
  const question = page.getByRole('dialog', { name: 'Which file do both versions come from?' })
  await app.chooseFiles([before!], () => question.getByRole('button', { name: 'Choose the file…' }).click())
  await expect(question).toHaveCount(0)
  await expect(report).toContainText('Changed records in the other version: 4.')
  await importFiles(app, [copy!])
  await question.getByRole('button', { name: 'Do not merge' }).click()
  await expect(report).toContainText('You left it out.')
})

/** A version without these claims and their cards. */
function without(text: string, words: readonly string[]): string {
  const file = JSON.parse(text) as File & { placements: { claim: string }[] }
  const claims = file.claims.filter(({ text: wording }) => !words.includes(wording))
  const isKept = (id: string) => claims.some((claim) => claim.id === id)
  return JSON.stringify({
    ...file,
    claims,
    placements: file.placements.filter(({ claim }) => isKept(claim)),
  })
}

test('a merge that would remove much asks first, and keeps or removes as told', async ({ app }) => {
  const { page } = app
  const claims = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'].map((name) => `Claim ${name}`)
  const theirs = join(app.dataFolder, 'theirs.json')
  await startProject(app, 'Removed')
  for (const words of claims) await newClaim(page, words)
  await saved(page)
  await closeProject(page)
  const read = () => readFile(projectFile(app, 'Removed'), 'utf8')
  await expect.poll(async () => (JSON.parse(await read()) as File).claims.length).toBe(6)
  await writeFile(theirs, without(await read(), claims.slice(1)))
  await openRecent(page, 'Removed')

  const question = page.getByRole('dialog', { name: 'Were 5 records removed?' })
  const merge = async (answer: string) => {
    await importFiles(app, [theirs])
    await expect(question).toContainText('“theirs.json” lacks 5 of the 6 articles, claims, passages')
    await question.getByRole('button', { name: answer }).click()
    await expect(question).toHaveCount(0)
  }
  const all = map(page).locator('[data-claim]')
  await merge('Do not merge')
  await expect(importReport(page)).toContainText('You left it out.')
  await merge('Keep them')
  await expect(importReport(page)).toContainText('The records that it lacks were kept.')
  await expect(all).toHaveCount(6)
  await merge('Remove them here too')
  await expect(all).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(all).toHaveCount(6)
})
