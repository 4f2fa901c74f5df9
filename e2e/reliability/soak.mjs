import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keepsEveryChange, leavesFilesOpen } from './control.mjs'
import { start } from './counterpoint.mjs'
import { fileOf, projectOf, written } from './projects.mjs'
import { inFolder, sleep, Worker } from './work.mjs'

/** Edits for each import of an article. */
const EDITS_PER_IMPORT = 100
/** The parts of the edits after which memory and handles are measured. */
const PARTS = [0.3, 0.5, 0.7, 0.85]
/** How much more of them may be in use than at the first part, and megabytes or handles beside it. */
const MOST = 1.1
const BESIDE = 1
const KINDS = ['heap', 'buffers', 'handles']

/** Megabytes in use after a collection of garbage, and open handles. */
async function usage({ child }, folder) {
  const probe = join(folder, 'probe')
  writeFileSync(probe, '')
  child.kill('SIGUSR2')
  while (readFileSync(probe, 'utf8') === '') await sleep(20)
  await sleep(50)
  return { ...JSON.parse(readFileSync(probe, 'utf8')), handles: readdirSync(`/proc/${child.pid}/fd`).length }
}

/** A long day of work: memory and handles stay flat, and nothing is lost when it ends with a kill and damage. */
export const soak = {
  name: 'soak',
  title: 'a long day of edits and imports',
  onlyLong: true,
  cases: { short: 4000, long: 20_000 },
  controls: { 'keeps every change': keepsEveryChange, 'leaves files open': leavesFilesOpen },
  missing: () => (process.platform === 'linux' ? undefined : 'handles are counted in /proc'),
  run: ({ out, cases, failed }) =>
    inFolder(async (folder) => {
      const path = join(folder, 'Proof.json')
      const dataFolder = join(folder, 'data')
      writeFileSync(path, fileOf(projectOf(1)))
      process.env.PROBE = join(folder, 'probe')
      const server = await start({
        ...{ out, dataFolder, open: path },
        node: ['--expose-gc', '--import', join(import.meta.dirname, 'probe.mjs')],
      })
      const worker = new Worker('e')
      worker.at(server, await server.call('project.open', { path }))
      const measured = []
      const isFlat = async () => {
        // Snapshots are made in pauses; their thread ends with them.
        await sleep(3000)
        measured.push(await usage(server, folder))
        return KINDS.every((what) => {
          const [first, now] = [measured[0][what], measured.at(-1)[what]]
          return now <= first * MOST + BESIDE || !failed(`${what}: ${first} at first, then ${now}`)
        })
      }
      const marks = PARTS.map((part) => Math.floor(cases * part))
      for (let edit = 0; edit < cases; edit++) {
        // The same claim again: a project that grows needs more memory rightly.
        await (edit === 0 ? worker.add() : worker.change('e0'))
        if (edit % EDITS_PER_IMPORT === 0) await importOne(server, worker, edit)
        if (marks.includes(edit) && !(await isFlat())) return server.end('SIGKILL')
      }
      await isFlat()
      await worker.add('at the end')
      await server.end('SIGKILL')
      const bytes = readFileSync(path)
      bytes[Math.floor(bytes.length / 2)] ^= 1
      writeFileSync(path, bytes)
      const again = await start({ out, dataFolder, open: path })
      const opened = await again.call('project.open', { path })
      if (worker.lost(opened).length > 0) failed(`${worker.lost(opened).length} changes are lost at the end`)
      if (!opened.messages.some((each) => /was damaged/.test(each)))
        failed('the damage at the end is not said')
      await again.end()
      const words = KINDS.map((what) => `${what} ${measured.map((each) => each[what]).join(' → ')}`)
      return `${Math.ceil(cases / EDITS_PER_IMPORT)} imports; ${words.join(', ')}`
    }),
}

/** Imports an article, which is read in a process of its own, and deletes it. */
async function importOne(server, worker, number) {
  const html = `<html><title>Article ${number}</title><article>${`<p>Words of article ${number}, of some length.</p>`.repeat(200)}</article></html>`
  const imported = await server.call('import.read', {
    ...{ fileName: `article ${number}.html`, base64: Buffer.from(html).toString('base64') },
    job: `job ${number}`,
  })
  if (imported.kind !== 'article') throw new Error('the article was not read')
  const id = `article${number}`
  const source = { id, ...imported.article, added: written }
  await worker.send(`${id} added`, [{ table: 'sources', id, from: null, to: source }])
  await worker.send(`${id} deleted`, [{ table: 'sources', id, from: source, to: null }])
}
