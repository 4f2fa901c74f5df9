import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answersEarly } from './control.mjs'
import { OUT, start } from './counterpoint.mjs'
import { fileOf, projectOf } from './projects.mjs'
import { inFolder, sleep, Worker } from './work.mjs'

/** Kills per project before a new one begins: each change makes the project larger and slower to open. */
const ROUNDS = 40

/** Kills the app at random moments: during changes, while the file is written in its thread, and on closing. */
export const kill = {
  name: 'kill',
  title: 'kill -9 at random moments',
  cases: { short: 40, long: 2000 },
  controls: { 'answers before it writes': answersEarly },
  async run({ out, cases, random, failed }) {
    let counted = 0
    for (let first = 0; first < cases; first += ROUNDS) {
      const rounds = Math.min(ROUNDS, cases - first)
      const found = await inFolder((folder) => killAgain({ out, folder, first, rounds, random, failed }))
      counted += found.counted
      if (found.enough) break
      if (cases > ROUNDS && out === OUT)
        console.log(`   ${first + rounds} kills of ${cases}, ${counted} changes called saved`)
    }
    return `${counted} changes called saved`
  },
}

/** Kills the app repeatedly on one project. */
async function killAgain({ out, folder, first, rounds, random, failed }) {
  const path = join(folder, 'Proof.json')
  writeFileSync(path, fileOf(projectOf(0.3)))
  const worker = new Worker('k')
  for (let round = first; round < first + rounds; round++) {
    const server = await start({ out, dataFolder: folder, open: path })
    const opened = await server.call('project.open', { path }).catch((error) => {
      failed(`round ${round}: it does not open: ${error.message}`)
    })
    const lost = opened ? worker.lost(opened) : []
    const isEnough =
      lost.length > 0 &&
      failed(`round ${round}: ${lost.length} acknowledged changes are lost, ${lost[0]} first`)
    if (!opened || isEnough) {
      await server.end('SIGKILL')
      return { counted: worker.acknowledged.size, enough: true }
    }
    worker.at(server, opened)
    const ending = whichMoment(random())(server, random)
    while (server.child.exitCode === null && server.child.signalCode === null) {
      try {
        await worker.add('x'.repeat(Math.floor(random() ** 4 * 18_000)))
      } catch {
        break
      }
    }
    await ending
  }
  const server = await start({ out, dataFolder: folder, open: path })
  const opened = await server.call('project.open', { path })
  const lost = worker.lost(opened)
  await server.end('SIGKILL')
  const isEnough = lost.length > 0 && failed(`after round ${first + rounds - 1}: ${lost.length} are lost`)
  return { counted: worker.acknowledged.size, enough: isEnough }
}

/** Some rounds pause so that the file is written; some first ask the app to end, which writes it too. */
function whichMoment(number) {
  const soon = async (server, random) => {
    await sleep(random() * 250)
    await server.end('SIGKILL')
  }
  const closing = async (server, random) => {
    await sleep(50 + random() * 100)
    server.child.kill('SIGTERM')
    await sleep(random() * 120)
    await server.end('SIGKILL')
  }
  const long = async (server, random) => {
    await sleep(900 + random() * 500)
    await server.end('SIGKILL')
  }
  return number < 0.5 ? soon : number < 0.85 ? closing : long
}
