import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile, readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { importOrder } from '#domain/importing/import-order'
import { expect, test } from './support/app'
import { article, filesIn } from './support/bad-files'
import { root } from './support/browser-app'
import { importFiles, inspector, library, reader, saved, startProject } from './support/desk'
import { hostileFiles } from './support/hostile-files'
import { closeMessages } from './support/messages'
import { projectFile, projectsFolder, readProject, settled, snapshot } from './support/on-disk'

const SECRET = 'What this file says is nobody’s business.'

/** A message must contain an instruction for the user. */
const ADVICE = /\b(Choose|Split|Save|Fetch|Update|Import|What can be)\b/

test('P11 no hostile file stops the app, runs code, uses the network or damages the project', async ({
  app,
}) => {
  test.setTimeout(900_000)
  const { page } = app
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(String(request.url))
    response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const trap = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [secret = ''] = await filesIn(app.dataFolder, 'secret', { 'secret.txt': SECRET })
  // Each file takes a process of its own, so the editions share them: every kind is tested in both.
  const shared = hostileFiles(trap, pathToFileURL(secret).href).filter(
    (_, index) => index % 2 === (app.target === 'browser' ? 0 : 1),
  )
  // In the order of the report.
  const files = importOrder(shared, ({ name }) => name)
  expect(files.length).toBeGreaterThanOrEqual(60)
  const paths = await filesIn(
    app.dataFolder,
    'given',
    Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])),
  )
  const given = await snapshot(join(app.dataFolder, 'given'))

  const events: string[] = []
  const own = page.url().slice(0, page.url().indexOf('/', page.url().indexOf('//') + 2) + 1)
  page.on('request', (request) => {
    if (!request.url().startsWith(own)) events.push(`asked for ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    events.push(`said ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('framenavigated', (frame) => events.push(`went to ${frame.url()}`))
  page.context().on('page', (other) => events.push(`opened ${other.url()}`))

  await startProject(app, 'Harm')
  await importFiles(app, paths)
  const report = inspector(page).getByRole('region', { name: 'Import report' })
  await expect(report).toBeVisible({ timeout: 600_000 })

  await test.step('each is imported as text or refused with a message', async () => {
    const lines = await report.getByRole('listitem').evaluateAll((items) =>
      items.map((item) => ({
        ends: /· not imported/.test(item.textContent)
          ? 'refused'
          : /· added/.test(item.textContent)
            ? 'text'
            : item.textContent,
        sentence: item.querySelector('p')?.textContent ?? '',
      })),
    )
    expect(
      lines.map(({ ends, sentence }, index) => ({
        name: files[index]?.name,
        ends,
        sentence: ends === files[index]?.ends ? '' : sentence,
      })),
    ).toEqual(files.map(({ name, ends }) => ({ name, ends, sentence: '' })))
    expect(lines.filter(({ ends, sentence }) => ends === 'refused' && !ADVICE.test(sentence))).toEqual([])
  })

  await test.step('no code ran, and nothing was requested', async () => {
    expect(await page.evaluate(() => ['__ran' in globalThis, 'polluted' in {}])).toEqual([false, false])
    expect(await reader(page).locator('script, iframe, img, object, embed, link, style, form').count()).toBe(
      0,
    )
    expect(events).toEqual([])
    expect(asked).toEqual([])
  })

  await test.step('a good article can be imported afterwards', async () => {
    await closeMessages(page)
    await importFiles(app, await filesIn(app.dataFolder, 'good', { 'good.txt': article('A good reading') }))
    await expect(report).toContainText('1 of 1 file imported')
    const sources = library(page).getByRole('listbox', { name: 'Articles' })
    const count = files.filter(({ ends }) => ends === 'text').length + 1
    // Rows out of sight are not on the page; each row says how many there are.
    await expect(sources.getByRole('option').first()).toHaveAttribute('aria-setsize', String(count))
    await sources.getByRole('option', { name: /^A good reading/ }).click()
    await expect(reader(page).getByRole('heading', { name: 'A good reading' })).toBeVisible()
    await saved(page)
  })

  await test.step('the project on disk is valid and has the imported articles', async () => {
    const path = projectFile(app, 'Harm')
    await settled(path)
    const cli = join(root, 'out', 'main', 'cli.js')
    const { status, stderr } = spawnSync(process.execPath, [cli, 'check', path], { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const project = await readProject(path)
    expect(project.claims).toEqual([])
    expect(project.sources).toHaveLength(files.filter(({ ends }) => ends === 'text').length + 1)
    expect(await readFile(path, 'utf8')).not.toContain(SECRET)
    const names = await readdir(projectsFolder(app))
    expect(names.filter((name) => !name.startsWith('.')).sort()).toEqual(['Harm.json', 'Harm.json.lock'])
    expect(await snapshot(join(app.dataFolder, 'given'))).toEqual(given)
    expect(await readdir(app.dataFolder)).not.toContain('evil.xml')
  })
  expect(asked).toEqual([])
  expect(events).toEqual([])
  server.close()
})
