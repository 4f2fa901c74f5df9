import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, test } from './support/app'
import { filesIn } from './support/bad-files'
import {
  importFiles,
  inspector,
  library,
  map,
  openArticle,
  showDetails,
  openLibrary,
  reader,
  saved,
  startProject,
} from './support/desk'
import { scriptVectors, type Vector } from './support/script-vectors'
import { batches, vectorFiles, vectorProject } from './support/vector-files'

/** Elements that can only have come from foreign markup. */
const FOREIGN =
  'body script, iframe, frame, object, embed, base, img, image, video, audio, source, track, area, math, template, marquee, ' +
  'body meta, body link, body style, form[action], [formaction], svg animate, svg set, svg use, svg foreignObject, svg script, ' +
  '[srcdoc], [ping], [background], [autofocus][onfocus], [href^="javascript:" i], [href^="data:" i]'

/** The scripts that ran, and the foreign elements on the page. */
const harm = (page: Page) =>
  page.evaluate((foreign) => {
    const handled = [...document.querySelectorAll('*')].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith('on')),
    )
    return {
      ran: (globalThis as { __ran?: number[] }).__ran ?? [],
      foreign: [...document.querySelectorAll(foreign), ...handled].map((element) =>
        element.outerHTML.slice(0, 200),
      ),
    }
  }, FOREIGN)

const NONE = { ran: [], foreign: [] }

/** A server that nothing may request, and its requests. Its own page runs the vectors for markup. */
async function setTrap(): Promise<{ trap: string; asked: string[]; server: Server }> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    if (request.url !== '/') asked.push(String(request.url))
    response.setHeader('content-type', 'text/html').end('<!doctype html><meta charset="utf-8">')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { trap: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, server }
}

/** Runs the vectors in a page that allows it, each in its own frame. */
async function runIn(page: Page, vectors: readonly Vector[]): Promise<void> {
  await page.evaluate(
    (texts) => {
      for (const text of texts) {
        const frame = document.createElement('iframe')
        frame.srcdoc = text
        document.body.append(frame)
      }
    },
    vectors.map(({ text }) => text),
  )
  const ran = () =>
    page.evaluate(() => {
      const frames = [...document.querySelectorAll('iframe')]
      // A frame that navigated elsewhere cannot be asked.
      const says = ({ contentWindow }: HTMLIFrameElement) => {
        try {
          return '__ran' in contentWindow!
        } catch {
          return false
        }
      }
      return frames.filter(says).length
    })
  await expect.poll(ran).toBeGreaterThanOrEqual(60)
}

/** Records events of a page that nobody asked for. */
function noteEvents(page: Page, events: string[]): void {
  const own = new URL(page.url()).origin
  page.on('request', (request) => {
    if (!request.url().startsWith(own)) events.push(`asked for ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    events.push(`said ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('framenavigated', (frame) => events.push(`went to ${frame.url()}`))
  page.context().on('page', (other) => events.push(`opened ${other.url()}`))
}

test('P8 of two hundred scripts, none runs, requests anything or navigates, however it gets in', async ({
  app,
}) => {
  const { trap, asked, server } = await setTrap()
  const vectors = scriptVectors(trap)
  const texts = vectors.map(({ text }) => text)
  expect(new Set(texts).size).toBeGreaterThanOrEqual(200)
  const events: string[] = []
  let page = app.page
  noteEvents(page, events)
  await startProject(app, 'Vectors')

  await test.step('in the text, the markup and the metadata of files', async () => {
    const files = await vectorFiles(vectors)
    // The files are similar to one another.
    await page.addLocatorHandler(page.getByRole('button', { name: 'Keep both' }), (both) => both.click())
    await importFiles(app, await filesIn(app.dataFolder, 'given', files))
    const report = inspector(page).getByRole('region', { name: 'Import report' })
    await expect(report).toContainText('5 of 5 files imported')
    for (const index of Object.keys(files).keys()) {
      await openArticle(page, index)
      await expect(reader(page).locator('article')).toContainText('__ran')
      await showDetails(page)
      await inspector(page).getByText('Original text').click()
    }
    expect(await harm(page)).toEqual(NONE)
  })

  await test.step('as names of files', async () => {
    const names = batches(texts, 900)
    await page.evaluate((given) => {
      const dataTransfer = new DataTransfer()
      given.forEach((name, index) => {
        const words = Array.from({ length: 40 }, (_, word) => `w${index}x${word * index}`)
        dataTransfer.items.add(new File([words.join(' ')], `${name}.txt`))
      })
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    }, names)
    const report = inspector(page).getByRole('region', { name: 'Import report' })
    await expect(report).toContainText(`${names.length} of ${names.length} files imported`)
    await openArticle(page, 6)
    await saved(page)
    expect(await harm(page)).toEqual(NONE)
  })

  await test.step('in every field of a project', async () => {
    const [path = ''] = await filesIn(app.dataFolder, 'given', { 'project.json': vectorProject(vectors) })
    await app.restart({ open: path })
    page = app.page
    noteEvents(page, events)
    await expect(map(page).locator('[data-claim]').first()).toBeVisible()
    await openArticle(page, 0)
    await expect(reader(page).locator('article')).toContainText('__ran')
    // A direction mark among the authors does not reverse the rest of the line.
    await expect(reader(page).locator('article')).toContainText('[U+202E]>(globalThis.__ran')
    await showDetails(page)
    await inspector(page).getByText('Original text').click()
    await openLibrary(page, 'Claims')
    await library(page)
      .getByRole('listbox', { name: 'Claims' })
      .getByRole('option')
      .filter({ hasText: '__ran' })
      .first()
      .click()
    await expect(inspector(page).getByLabel('Note', { exact: true })).toHaveValue(/__ran/)
    for (const command of ['Codebook', 'Tag the selected claim']) {
      await page.keyboard.press('ControlOrMeta+k')
      await page.keyboard.type(command)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog')).toBeVisible()
      expect(await harm(page)).toEqual(NONE)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
    }
    await page.keyboard.press('ControlOrMeta+Shift+f')
    await page.keyboard.type('onerror')
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    expect(await harm(page)).toEqual(NONE)
    await page.keyboard.press('Escape')
  })

  await test.step('typed and pasted into a note and a wording', async () => {
    const note = inspector(page).getByLabel('Note', { exact: true })
    await note.fill(texts.join('\n'))
    // A page may copy anything to the clipboard: markup, or data that looks like cards of Counterpoint.
    await page.evaluate(
      ([markup, cards]) => {
        const put = (event: ClipboardEvent) => {
          event.preventDefault()
          for (const type of ['text/html', 'text/plain']) event.clipboardData!.setData(type, markup!)
          event.clipboardData!.setData('application/x-counterpoint-cards', cards!)
        }
        document.addEventListener('copy', put, { once: true, capture: true })
      },
      [texts.join('\n'), vectorProject(vectors).replace('made-by-hand', 'another-project')],
    )
    for (const field of [note, inspector(page).getByLabel('Wording')]) {
      await field.focus()
      await page.keyboard.press('ControlOrMeta+a')
      if (field === note) await page.keyboard.press('ControlOrMeta+c')
      await page.keyboard.press('ControlOrMeta+v')
      await expect(field).toHaveValue(/__ran.*__ran/s)
    }
    const claims = async () =>
      Number(/\d+/.exec(await page.getByRole('button', { name: /^Claims/ }).innerText()))
    const before = await claims()
    await inspector(page).getByRole('button', { name: 'More for this claim' }).click()
    await page.getByRole('menuitem', { name: 'Delete claim' }).click()
    await expect.poll(claims).toBe(before - 1)
    // Existing cards stay; the missing one returns as a card.
    await page.keyboard.press('ControlOrMeta+v')
    await expect.poll(claims).toBe(before)
    await saved(page)
    expect(await harm(page)).toEqual(NONE)
  })

  await test.step('nothing was requested or opened, and the detectors work', async () => {
    expect({ asked, events }).toEqual({ asked: [], events: [] })
    await page.evaluate(() => {
      ;(globalThis as { __ran?: number[] }).__ran = [7]
      document.body.append(document.createElement('img'))
    })
    expect(await harm(page)).toEqual({ ran: [7], foreign: ['<img>'] })
  })
  server.close()
})

test.describe('without protection', () => {
  test.skip(({ target }) => target === 'electron', 'the desktop has no other pages')

  test('the same scripts run and make requests', async ({ app }) => {
    const { trap, asked, server } = await setTrap()
    const page = await app.page.context().newPage()
    await page.goto(trap)
    await runIn(page, scriptVectors(trap))
    expect(new Set(asked).size).toBeGreaterThanOrEqual(30)
    server.close()
  })
})
