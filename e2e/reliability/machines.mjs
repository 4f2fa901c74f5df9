import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brokenCopy, seesNoSocket, tellsNoMachine } from './control.mjs'
import { start } from './counterpoint.mjs'
import { fileOf, projectOf } from './projects.mjs'
import { inFolder, Worker } from './work.mjs'

/** Runs a program as if on another machine, as far as its name. */
const ELSEWHERE = ['unshare', '--uts', 'sh', '-c', 'hostname elsewhere && exec "$@"', 'sh']
const CHANGES = 10

/**
 * Two machines on one folder: the second is read-only until it takes over, the first then writes nothing more, and what
 * both have saved is in the file or kept beside it. The other machine is a process that reaches the folder by another path
 * and does not find the socket of the first; every second time it has the same name, as a container or a clone may.
 */
export const machines = {
  name: 'machines',
  title: 'two machines on one folder',
  cases: { short: 2, long: 60 },
  controls: { 'tells no other machine': tellsNoMachine },
  missing: () => {
    if (process.platform !== 'linux' || process.getuid() !== 0) return 'only root may mount a folder twice'
    try {
      execFileSync('unshare', ['--mount', '--uts', 'mount', '--bind', '/tmp', '/mnt'], { stdio: 'ignore' })
      return undefined
    } catch {
      return 'no folder can be mounted twice here'
    }
  },
  run: ({ out, cases, failed }) =>
    inFolder(async (folder) => {
      const [here, there] = [join(folder, 'here'), join(folder, 'there')]
      for (const each of [here, there]) mkdirSync(each)
      const apart = brokenCopy('another machine', seesNoSocket, out)
      execFileSync('mount', ['--bind', here, there])
      try {
        for (let round = 0; round < cases; round++)
          if (
            await race({
              ...{ out, apart, folder, here, there, before: round % 2 ? [] : ELSEWHERE },
              say: (what) => failed(`round ${round}: ${what}`),
            })
          )
            break
      } finally {
        execFileSync('umount', ['--lazy', there])
      }
      return `${cases * 2 * CHANGES} changes saved`
    }),
}

/** Returns true to stop. */
async function race({ out, apart, before, folder, here, there, say }) {
  const name = 'Proof.json'
  writeFileSync(join(here, name), fileOf(projectOf(0.1)))
  const first = await start({ out, dataFolder: join(folder, 'data'), open: join(here, name) })
  const second = await start({
    ...{ out: apart, dataFolder: join(folder, 'other data'), open: join(there, name), before },
  })
  try {
    const [one, two] = [new Worker('one'), new Worker('two')]
    one.at(first, await first.call('project.open', { path: join(here, name) }))
    for (let count = 0; count < CHANGES; count++) await one.add()
    const seen = await second.call('project.open', { path: join(there, name) })
    if (seen.readOnly?.why !== 'elsewhere' && say('the other machine may edit it')) return true
    two.at(second, await second.call('project.open', { path: join(there, name), takeOver: true }))
    for (let count = 0; count < CHANGES; count++) await two.add()
    const code = await one.add().then(
      () => 'saved',
      (error) => error.code,
    )
    if (code !== 'locked' && say(`after the other machine has taken over: ${code}`)) return true
    await first.end()
    await second.end()
    const texts = readdirSync(here).map((each) => readFileSync(join(here, each), 'utf8'))
    const lost = [one, two].flatMap((worker) =>
      [...worker.acknowledged.values()].filter((text) => !texts.some((each) => each.includes(text))),
    )
    return lost.length > 0 && say(`${lost.length} changes called saved are nowhere`)
  } finally {
    for (const server of [first, second]) if (server.child.exitCode === null) server.child.kill('SIGKILL')
  }
}
