import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test, type App } from './support/app'
import { importFiles, saved, startProject } from './support/desk'
import { report, reported, sources } from './support/import-report'
import { projectFile, readProject } from './support/on-disk'

const sample = (...path: string[]): string =>
  join(import.meta.dirname, '..', 'src-domain', 'formats', 'interchange', ...path)

/** Takes the file whose preview is shown. */
async function take(page: Page, fileName: string, counts: string): Promise<void> {
  const preview = page.getByRole('dialog', { name: `Import “${fileName}”` })
  await expect(preview.getByRole('list', { name: 'What it brings' })).toContainText(counts)
  await preview.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(reported(page, fileName)).toContainText('merged')
}

/** The bytes of an export of the open project as data. */
async function exported({ page, nextSave }: App, format: string): Promise<Buffer> {
  const dialog = page.getByRole('dialog', { name: 'Export' })
  const { bytes } = await nextSave(async () => {
    await page.keyboard.press('Control+e')
    await dialog.getByRole('radio', { name: 'Data', exact: true }).check()
    await dialog.getByLabel(format, { exact: true }).check()
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await expect(dialog).toHaveCount(0)
  })
  return bytes
}

const annotation = (id: string, uri: string, exact: string) => ({
  id,
  uri,
  text: `Remark on ${id}`,
  document: { title: [id] },
  target: [{ source: uri, selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] }],
})

test('files of other programs come in after a preview, and go out again', async ({ app, dataFolder }) => {
  test.slow()
  const { page } = app
  const article = join(dataFolder, 'harbour.md')
  const highlights = join(dataFolder, 'highlights.json')
  await writeFile(
    article,
    '---\ntitle: The harbour\nurl: https://example.org/a\n---\n\nThe harbour silts up fast.\n',
  )
  const annotations = [
    annotation('here', 'https://example.org/a', 'silts up'),
    annotation('elsewhere', 'https://example.org/b', 'Ships run late.'),
  ]
  await writeFile(highlights, JSON.stringify({ client_version: '1', annotations }))
  await startProject(app, 'Exchange')
  const onDisk = async () => {
    await saved(page)
    return readProject(projectFile(app, 'Exchange'))
  }

  await test.step('highlights of Hypothesis find the article that is there, and bring the other as quotes', async () => {
    await importFiles(app, [article, highlights])
    await take(page, 'highlights.json', '2 claims')
    await expect(sources(page)).toHaveCount(2)
    const { excerpts } = await onDisk()
    expect(excerpts.map(({ exact, anchor }) => [exact, anchor]).sort()).toEqual([
      ['Ships run late.', 'exact'],
      ['silts up', 'exact'],
    ])
  })

  await test.step('coded articles go out as REFI-QDA and come in again', async () => {
    const bytes = await exported(app, 'Coded articles for NVivo, ATLAS.ti and MAXQDA (REFI-QDA)')
    const parts = unzipSync(bytes)
    expect(strFromU8(parts['project.qde']!)).toContain('name="Remark on here"')
    const path = join(dataFolder, 'back.qdpx')
    await writeFile(path, bytes)
    await importFiles(app, [path])
    await take(page, 'back.qdpx', '2 claims')
  })

  await test.step('a save of OVA brings its text, its passages and undercuts', async () => {
    const before = await onDisk()
    await importFiles(app, [sample('aif', 'samples', 'ova3-save.json')])
    await take(page, 'ova3-save.json', '5 claims')
    const { excerpts, relations } = await onDisk()
    expect(excerpts.length - before.excerpts.length).toBe(4)
    expect(relations.filter(({ targetType }) => targetType === 'relation')).toHaveLength(2)
    await reported(page, 'ova3-save.json').getByRole('button', { name: 'Show its 5 claims' }).click()
    await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('5 claims')
  })

  await test.step('a file that fits several formats is read as the user says', async () => {
    const both = {
      ...annotation('both', 'https://example.org/c', 'It rains.'),
      type: 'Annotation',
      body: 'Wet',
    }
    const path = join(dataFolder, 'both.json')
    await writeFile(
      path,
      JSON.stringify({ client_version: '1', type: 'AnnotationPage', annotations: [both], items: [both] }),
    )
    await importFiles(app, [path])
    const preview = page.getByRole('dialog', { name: 'Import “both.json”' })
    await expect(preview.getByLabel('Format')).toHaveValue('hypothesis')
    await preview.getByLabel('Format').selectOption('Web Annotation')
    await expect(preview.getByLabel('Format')).toHaveValue('web-annotation')
    await take(page, 'both.json', '1 claim')
    expect((await onDisk()).claims.map(({ text }) => text)).toContain('Wet')
  })

  await test.step('a newer save of OVA is reviewed, and carried over', async () => {
    const before = await onDisk()
    const text = await readFile(sample('aif', 'samples', 'ova3-save.json'), 'utf8')
    const path = join(dataFolder, 'ova3-save.json')
    await writeFile(path, text.replace('"The harbour will close"', '"Said otherwise"'))
    await importFiles(app, [path])
    const preview = page.getByRole('dialog', { name: 'Import “ova3-save.json”' })
    await expect(preview.getByRole('list', { name: 'Changed' })).toContainText('now “Said otherwise”')
    await expect(page.getByText(/^Reading ova3-save/)).toHaveCount(0)
    await preview.getByRole('button', { name: 'Import', exact: true }).click()
    await expect(reported(page, 'ova3-save.json')).toContainText('new version')
    const { claims } = await onDisk()
    expect(claims).toHaveLength(before.claims.length)
    expect(claims.map(({ text: now }) => now)).toContain('Said otherwise')
  })

  await test.step('a canvas is read as was chosen, and goes out as the same file', async () => {
    const path = sample('canvas', 'samples', 'obsidian-plain.canvas')
    await importFiles(app, [path])
    const preview = page.getByRole('dialog', { name: 'Import “obsidian-plain.canvas”' })
    await preview.getByLabel('Arrows whose label says no kind').selectOption('No relation')
    await preview.getByText(/^Differences from the file/).click()
    await expect(preview.getByRole('list', { name: 'Loss report' })).toContainText('kept only in the file')
    await take(page, 'obsidian-plain.canvas', '3 relations')
    const bytes = await exported(app, 'Canvas (JSON Canvas)')
    expect(bytes.toString('utf8')).toBe(await readFile(path, 'utf8'))
  })

  await test.step('all maps go out together, and the dialog says what the format leaves out of them', async () => {
    const dialog = page.getByRole('dialog', { name: 'Export' })
    const { bytes } = await app.nextSave(async () => {
      await page.keyboard.press('Control+e')
      await dialog.getByLabel('Argument (Argdown)', { exact: true }).check()
      await dialog.getByRole('combobox', { name: 'Map' }).selectOption('All maps, in one zip file')
      await expect(dialog.getByText(/^\d+\spassages$/)).toBeVisible()
      await expect(dialog.getByText(/^\d+\sclaims that are not on the map/)).toBeVisible()
      await expect(dialog.getByText(/^The first of \d+ maps$/)).toBeVisible()
      await dialog.getByRole('button', { name: 'Export', exact: true }).click()
      await expect(dialog).toHaveCount(0)
    })
    const files = Object.values(unzipSync(bytes)).map((file) => strFromU8(file))
    expect(files.length).toBeGreaterThan(2)
    expect(files.filter((text) => text.includes('Said otherwise')).length).toBeGreaterThan(0)
  })
  await expect(report(page)).toBeVisible()
})
