import { existsSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { overwrites } from './control.mjs'
import { start } from './counterpoint.mjs'
import { claimsOf, inFolder, sleep, Worker } from './work.mjs'

/** Sync clients, git and other programs change a file while it is open: both versions are kept. */
export const outside = {
  name: 'outside',
  title: 'changes by other programs',
  cases: { short: 10, long: 200 },
  controls: { 'writes over what others left': overwrites },
  run: ({ out, cases, random, failed }) =>
    inFolder(async (dataFolder) => {
      const server = await start({ out, dataFolder })
      let kept = 0
      for (let round = 0; round < cases; round++) {
        const [name, change] = CHANGES[round % CHANGES.length]
        const say = (what) => failed(`round ${round}, ${name}: ${what}`)
        const worker = new Worker(`o${round}-`)
        const opened = await server.call('project.create', { title: `Proof ${round}` })
        worker.at(server, opened)
        await worker.add('before')
        // So that the changes are sometimes in the file, and sometimes only in the journal.
        if (random() < 0.3) await sleep(1400)
        const theirs = change(opened.path, round)
        if (!existsSync(opened.path)) await madeAgain(server, opened, worker, say)
        await worker.add('after')
        await worker.add('and on')
        await server.call('project.close', { key: opened.key })
        if (!existsSync(opened.path)) {
          say('there is no file any more')
          continue
        }
        const ours = JSON.parse(readFileSync(opened.path, 'utf8')).claims.length
        if (ours !== worker.acknowledged.size)
          say(`${ours} of ${worker.acknowledged.size} changes are in the file`)
        if (
          theirs !== undefined &&
          !isKept(opened.path, theirs) &&
          say('what the other program left is lost')
        )
          break
        if (theirs !== undefined) kept++
      }
      await whenGone(server, dataFolder, failed)
      await server.end()
      return `${kept} files of other programs kept`
    }),
}

const CHANGES = [
  ['written in place', (path, round) => write(path, edited(path, round))],
  [
    'replaced by a rename',
    (path, round) => {
      const text = edited(path, round)
      writeFileSync(`${path}.theirs`, text)
      renameSync(`${path}.theirs`, path)
      return text
    },
  ],
  [
    'an older state put back',
    (path, round) => {
      const text = write(path, edited(path, round))
      utimesSync(path, new Date(0), new Date(0))
      return text
    },
  ],
  ['cut short', (path) => write(path, readFileSync(path, 'utf8').slice(0, 300))],
  ['emptied', (path) => write(path, '')],
  ['removed', (path) => void rmSync(path)],
  ['touched', (path) => void utimesSync(path, new Date(), new Date())],
]

/** If the file vanishes while it is open, the user is told, and it is created again only on request. */
async function madeAgain(server, { key, path }, worker, say) {
  const code = await worker.add('refused').then(
    () => 'called saved',
    (error) => error.code,
  )
  if (code !== 'vanished' || existsSync(path)) say(`a file that has vanished: ${code}`)
  await server.call('project.saveAgain', { key })
}

const edited = (path, round) => readFileSync(path, 'utf8').replace('Map 1', `Their map ${round}`)

function write(path, text) {
  writeFileSync(path, text)
  return text
}

const isKept = (path, text) =>
  readdirSync(dirname(path)).some((name) => readFileSync(join(dirname(path), name), 'utf8') === text)

/** If the file vanishes while it is closed, the user is told, and nothing is created in its place. */
async function whenGone(server, dataFolder, failed) {
  const { path, key, document } = await server.call('project.create', { title: 'Gone' })
  await server.call('project.close', { key })
  if (claimsOf({ document }).size !== 0) failed('a new project is not empty')
  rmSync(path)
  const code = await server.call('project.open', { path }).then(
    () => 'opened',
    (error) => error.code,
  )
  if (code !== 'not-found' || existsSync(path)) failed(`a file that is gone: ${code}`)
}
