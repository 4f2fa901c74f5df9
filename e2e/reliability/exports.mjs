import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportsInTheHost } from './control.mjs'
import { start } from './counterpoint.mjs'
import { claimPatch, fileOf, projectOf } from './projects.mjs'
import { inFolder, Worker } from './work.mjs'

/** Cards on the map: its PDF takes seconds. */
const CARDS = 300
/** Changes that are at least saved during an export. A host that exports itself answers one or two, between its steps. */
const LEAST = 10

const LOOK = { format: 'pdf', map: 'map', theme: 'light', background: true, scale: 1 }

/** While a large map is exported, changes are saved, and the export can be cancelled. */
export const exports = {
  name: 'exports',
  title: 'saving while a map of 300 cards is exported',
  cases: { short: 1, long: 20 },
  controls: { 'exports in the host': exportsInTheHost },
  run: ({ out, cases, failed }) =>
    inFolder(async (folder) => {
      const path = join(folder, 'Proof.json')
      writeFileSync(path, fileOf(mapOf(CARDS)))
      const server = await start({ out, dataFolder: folder, open: path })
      const opened = await server.call('project.open', { path })
      const worker = new Worker('x')
      worker.at(server, opened)
      let saved = 0
      for (let round = 0; round < cases; round++) {
        let isDone = false
        const exporting = server.call('project.export', { key: opened.key, ...LOOK })
        void exporting.finally(() => (isDone = true)).catch(() => undefined)
        let meanwhile = 0
        while (!isDone) {
          const isSaved = await worker.add().then(
            () => true,
            (error) => void failed(`a change was not saved during the export: ${error.message}`),
          )
          if (isSaved && !isDone) meanwhile++
        }
        const { base64 } = await exporting
        if (!Buffer.from(base64, 'base64').subarray(0, 4).equals(Buffer.from('%PDF'))) failed('it is no PDF')
        if (meanwhile < LEAST && failed(`only ${meanwhile} changes were saved during the export`)) break
        saved += meanwhile
      }
      const cancelled = server.call('project.export', { key: opened.key, ...LOOK, job: 'job' })
      await Promise.all([
        cancelled.then(
          () => failed('a cancelled export was written'),
          ({ code }) => code === 'cancelled' || failed(`a cancelled export ends with ${code}`),
        ),
        worker.add().then(() => server.call('export.cancel', { job: 'job' })),
      ])
      await server.end()
      return `${saved} changes saved during ${cases} exports`
    }),
}

/** A project with so many cards on one map, each under the one before its half. */
function mapOf(cards) {
  const project = projectOf(0.01)
  for (let number = 0; number < cards; number++) {
    const id = `m${String(number).padStart(4, '0')}`
    const words = `Claim ${number} says something of some length, so that its card has several lines of text. `
    project.claims.push({ ...claimPatch(id)[0].to, text: words.repeat(3) })
    const at = { x: (number % 20) * 300, y: Math.floor(number / 20) * 260, collapsed: false, pinned: false }
    project.placements.push({ id: `p${id}`, map: 'map', claim: id, ...at })
    if (number > 0)
      project.relations.push({
        ...{ id: `r${id}`, kind: 'support', premises: [id], targetType: 'claim', note: '' },
        target: `m${String(Math.floor((number - 1) / 2)).padStart(4, '0')}`,
      })
  }
  return project
}
