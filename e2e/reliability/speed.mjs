import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { start } from './counterpoint.mjs'
import { claimPatch, fileOf, projectOf, written } from './projects.mjs'
import { inFolder, randomOf, revisionOf, sleep, Worker } from './work.mjs'

const SIZES = [1, 10, 100]
const PATCHES = 3000
const LINES = 10_000

/** Measures how long saving a change takes while the file is written, how long the app is blocked, and reopening. */
export const speed = {
  name: 'speed',
  title: 'how long a save and a reopening take',
  onlyLong: true,
  cases: { short: PATCHES, long: PATCHES },
  controls: {},
  run: async ({ out, failed }) => {
    const figures = []
    for (const size of SIZES) figures.push(await inFolder((folder) => saves({ out, folder, size, failed })))
    figures.push(await inFolder((folder) => reopening({ out, folder, failed })))
    return `\n     ${figures.join('\n     ')}`
  },
}

async function saves({ out, folder, size, failed }) {
  const path = join(folder, 'Proof.json')
  writeFileSync(path, fileOf(projectOf(size)))
  process.env.PROBE = join(folder, 'probe')
  const server = await start({
    out,
    dataFolder: join(folder, 'data'),
    open: path,
    node: ['--import', join(import.meta.dirname, 'probe.mjs')],
  })
  const longest = () => ask(server)
  const opened = await server.call('project.open', { path })
  const worker = new Worker('s')
  worker.at(server, opened)
  await worker.add()
  await sleep(300)
  await longest()
  // The app's idle time, for comparison: other programs on the machine delay it too.
  await sleep(3000)
  const idle = await longest()
  const times = []
  for (let count = 0; count < PATCHES; count++) {
    const began = performance.now()
    await worker.add()
    times.push(performance.now() - began)
  }
  const stall = await longest()
  await server.end()
  times.sort((a, b) => a - b)
  const at = (part) => times[Math.floor(times.length * part)]
  if (at(0.5) > 5 || at(0.99) > 50)
    failed(`${size} MB: p50 ${at(0.5).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms`)
  if (stall > 50 + idle) failed(`${size} MB: the event loop was held up for ${stall.toFixed(0)} ms`)
  const held = `event loop held up at most ${stall.toFixed(0)} ms, ${idle.toFixed(0)} ms when nothing is done`
  return `${size} MB: p50 ${at(0.5).toFixed(2)} ms, p99 ${at(0.99).toFixed(2)} ms, longest ${times.at(-1).toFixed(0)} ms; ${held}`
}

/** CPU seconds of a process's first thread, if the system tells. Other programs do not affect it. */
function worked({ child: { pid } }) {
  try {
    const fields = readFileSync(`/proc/${pid}/task/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return performance.now() / 1000
  }
}

async function ask(server) {
  rmSync(process.env.PROBE, { force: true })
  server.child.kill('SIGUSR2')
  while (!existsSync(process.env.PROBE)) await sleep(5)
  await sleep(20)
  return JSON.parse(readFileSync(process.env.PROBE, 'utf8')).longest
}

/** Writes the journal as docs/project-format.md describes it, without code of the app. */
async function reopening({ out, folder, failed }) {
  const path = join(folder, 'Proof.json')
  const text = fileOf(projectOf(100))
  writeFileSync(path, text)
  writeFileSync(join(folder, 'Proof.journal'), journalOn(text))
  const server = await start({ out, dataFolder: join(folder, 'data'), open: path })
  const [began, before] = [performance.now(), worked(server)]
  const opened = await server.call('project.open', { path })
  const [took, work] = [(performance.now() - began) / 1000, worked(server) - before]
  if (revisionOf(opened) !== LINES || opened.messages.length > 0)
    failed(`reopening: revision ${revisionOf(opened)}, ${opened.messages}`)
  await server.end('SIGKILL')
  if (Math.min(took, work) > 3) failed(`reopening took ${took.toFixed(1)} s`)
  const size = (text.length / 1e6).toFixed(0)
  return `reopening ${size} MB with ${LINES} changes in the journal: ${took.toFixed(2)} s, ${work.toFixed(2)} s of them at work`
}

function journalOn(text) {
  const random = randomOf(1)
  const generation = createHash('sha256').update(text).digest('hex')
  const line = (sequence, value) => {
    const json = JSON.stringify(value)
    const sum = createHash('sha256').update(`${generation} ${sequence} ${json}`).digest('hex').slice(0, 32)
    return `${sequence} ${sum} ${json}\n`
  }
  const steps = Array.from({ length: LINES }, (_, index) =>
    line(index + 1, { revision: index + 1, modified: written, patch: claimPatch(`j${index}-${random()}`) }),
  )
  return `${line(0, { format: 'counterpoint-journal', version: 2, generation })}${steps.join('')}\n`
}
