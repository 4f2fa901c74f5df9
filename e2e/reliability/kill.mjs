import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { answersEarly } from './control.mjs'
import { start } from './counterpoint.mjs'
import { fileOf, projectOf } from './projects.mjs'
import { inFolder, sleep, Worker } from './work.mjs'

/** kill -9 at random moments: while changes come in, while the file is written aside, while it is closed. */
export const kill = {
  name: 'kill',
  title: 'kill -9 at random moments',
  cases: { short: 40, long: 2000 },
  controls: { 'answers before it writes': answersEarly },
  run: ({ out, cases, random, failed }) =>
    inFolder(async (dataFolder) => {
      const path = join(dataFolder, 'Proof.json')
      writeFileSync(path, fileOf(projectOf(0.3)))
      const worker = new Worker('k')
      let counted = 0
      for (let round = 0; round < cases; round++) {
        const server = await start({ out, dataFolder, open: path })
        const opened = await server.call('project.open', { path }).catch((error) => {
          failed(`round ${round}: it does not open: ${error.message}`)
        })
        if (!opened) return server.end('SIGKILL')
        const lost = worker.lost(opened)
        if (
          lost.length > 0 &&
          failed(`round ${round}: ${lost.length} acknowledged changes are lost, ${lost[0]} first`)
        )
          return server.end('SIGKILL')
        worker.at(server, opened)
        const moment = whichMoment(random())
        const ending = moment(server, random)
        while (server.child.exitCode === null && server.child.signalCode === null) {
          try {
            await worker.add('x'.repeat(Math.floor(random() ** 4 * 18_000)))
          } catch {
            break
          }
        }
        counted = worker.acknowledged.size
        await ending
      }
      return `${counted} changes called saved`
    }),
}

/** Some rounds pause, so that the file is written; some ask it to end first, which writes it too. */
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
